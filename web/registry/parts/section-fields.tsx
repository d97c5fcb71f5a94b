import type { VNode } from 'preact';
import { TextArea } from '../../shared/forms/text-area.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import type { Errors } from '../../shared/forms/use-form.ts';
import { required } from '../../shared/staff/asked.tsx';
import { registry } from '../../shared/words/en/registry.ts';

const words = registry.statement;

/** One section as it stands in the form; an empty line parts its paragraphs. */
export interface SectionDraft {
  readonly key: string;
  readonly heading: string;
  readonly text: string;
}

interface Props {
  readonly section: SectionDraft;
  readonly index: number;
  readonly errors: Errors;
  readonly onChange: (part: Partial<SectionDraft>) => void;
  /** Absent for the only section. */
  readonly onRemove: (() => void) | undefined;
}

/** Heading and text of one section of the statement. */
export function SectionFields({ section, index, errors, onChange, onRemove }: Props): VNode {
  const at = `sections-${String(index)}`;
  return (
    <fieldset class="panel">
      <legend>{words.section(index + 1)}</legend>
      <TextField
        id={`${at}-heading`}
        {...required(words.heading)}
        value={section.heading}
        error={errors[`${at}-heading`]}
        onValue={(heading) => {
          onChange({ heading });
        }}
      />
      <TextArea
        id={`${at}-text`}
        {...required(words.text)}
        rows={5}
        value={section.text}
        error={errors[`${at}-paragraphs`]}
        onValue={(text) => {
          onChange({ text });
        }}
      />
      {onRemove !== undefined && (
        <button type="button" class="link" onClick={onRemove}>
          {words.remove(index + 1)}
        </button>
      )}
    </fieldset>
  );
}
