import type { ComponentChildren, VNode } from 'preact';
import { commonWords } from '../words/en/common.ts';

export interface FieldProps {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

/** The ids a control names in `aria-describedby`. */
export const describedBy = ({
  id,
  hint,
  error,
}: Pick<FieldProps, 'id' | 'hint' | 'error'>): string | undefined => {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(
    Boolean,
  );
  return ids.length === 0 ? undefined : ids.join(' ');
};

/** Hint and error, as every field shows them. */
export function FieldNotes({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>): VNode {
  return (
    <>
      {hint !== undefined && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p class="error-message" id={`${id}-error`}>
          <span class="visually-hidden">{commonWords.error} </span>
          {error}
        </p>
      )}
    </>
  );
}

/** Label, hint and error around one control. */
export function Field({ children, ...field }: FieldProps & { readonly children: ComponentChildren }): VNode {
  return (
    <div class={field.error === undefined ? 'field' : 'field field-wrong'}>
      <label for={field.id}>
        {field.label}
        {field.optional === true && <span class="quiet"> {commonWords.optional}</span>}
      </label>
      <FieldNotes {...field} />
      {children}
    </div>
  );
}
