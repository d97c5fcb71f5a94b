import type { ComponentChildren } from 'preact';
import type { FieldWords } from '../words/en/problems.ts';
import { staffWords } from '../words/en/staff.ts';

interface Words {
  readonly label: string;
  readonly why?: string;
}
interface Labels {
  readonly label: ComponentChildren;
  readonly hint?: string;
  readonly optional?: boolean;
}

const hint = ({ why }: Words): { hint?: string } => (why === undefined ? {} : { hint: why });

/** A field that must be filled in, with why it is asked. */
export const required = (words: Words): Labels => ({
  label: (
    <>
      {words.label} <span class="quiet">({staffWords.required})</span>
    </>
  ),
  ...hint(words),
});

/** A field that may stay empty, with why it is asked. */
export const optional = (words: Words): Labels => ({ label: words.label, ...hint(words), optional: true });

/** So that the summary of a form with several empty fields says which they are. */
export const namesOf = (fields: Readonly<Record<string, Words>>): FieldWords =>
  Object.fromEntries(
    Object.entries(fields).map(([id, { label }]) => [
      id,
      { empty: staffWords.fillIn(label), missing: staffWords.fillIn(label) },
    ]),
  );
