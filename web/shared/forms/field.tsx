import type { ComponentChildren, VNode } from 'preact';
import { commonWords } from '../words/en/common.ts';
import { useAsked } from './asking.ts';

export interface FieldProps {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

/** Whether it has to be filled in: always said where it may stay empty, and where the form says it of every field. */
export function Need({ id, optional = false }: Pick<FieldProps, 'id' | 'optional'>): VNode | null {
  const { saysNeed } = useAsked({ id });
  if (!optional && !saysNeed) return null;
  return <span class="quiet"> {optional ? commonWords.optional : commonWords.required}</span>;
}

/** Hint, reason and error, as every field shows them. */
export function FieldNotes({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>): VNode {
  const { why } = useAsked({ id });
  return (
    <>
      {hint !== undefined && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {why !== undefined && (
        <div class="hint why" id={`${id}-why`}>
          {why}
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
        <Need {...field} />
      </label>
      <FieldNotes {...field} />
      {children}
    </div>
  );
}
