import type { ComponentChildren, VNode } from 'preact';
import { commonWords } from '../words/en/common.ts';

interface Props {
  readonly form: { readonly busy: boolean };
  readonly children: ComponentChildren;
  readonly warning?: boolean;
}

/** The form's main button. While the form is sent it says so and keeps its width, and can't be pressed twice. */
export function Submit({ form, children, warning = false }: Props): VNode {
  return (
    <button type="submit" class={warning ? 'button button-warning' : 'button'} aria-disabled={form.busy}>
      <span class={form.busy ? 'invisible' : ''}>{children}</span>
      {form.busy && <span class="button-busy">{commonWords.saving}</span>}
    </button>
  );
}
