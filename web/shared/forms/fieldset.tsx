import type { ComponentChildren, VNode } from 'preact';
import { commonWords } from '../words/en/common.ts';
import { describedBy, FieldNotes, type FieldProps } from './field.tsx';

interface Props extends FieldProps {
  readonly children: ComponentChildren;
}

/** Several controls that are one question: legend, hint and error around them. */
export function Fieldset({ children, ...field }: Props): VNode {
  return (
    <fieldset
      class={field.error === undefined ? 'field' : 'field field-wrong'}
      aria-describedby={describedBy(field)}
    >
      <legend>
        {field.label}
        {field.optional === true && <span class="quiet"> {commonWords.optional}</span>}
      </legend>
      <FieldNotes {...field} />
      {children}
    </fieldset>
  );
}
