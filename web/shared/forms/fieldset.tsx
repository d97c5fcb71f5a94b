import type { ComponentChildren, VNode } from 'preact';
import { InQuestion, useAsked } from './asking.ts';
import { FieldNotes, Need, type FieldProps } from './field.tsx';

interface Props extends FieldProps {
  readonly children: ComponentChildren;
  /** Several questions under one heading: each speaks for itself. */
  readonly group?: boolean;
}

/** Several controls that are one question: legend, hint and error around them. */
export function Fieldset({ children, group = false, ...field }: Props): VNode {
  const { describedBy } = useAsked(field);
  return (
    <fieldset
      class={field.error === undefined ? 'field' : 'field field-wrong'}
      aria-describedby={describedBy}
    >
      <legend>
        {field.label}
        {!group && <Need {...field} />}
      </legend>
      <FieldNotes {...field} />
      <InQuestion.Provider value={!group}>{children}</InQuestion.Provider>
    </fieldset>
  );
}
