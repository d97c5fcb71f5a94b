import type { VNode } from 'preact';
import type { Statement } from '#contracts/diary.ts';
import { EASY_READ_PICTURES, type EasyReadPicture } from '#domain/easy-read.ts';
import { newId } from '../../shared/api/new-id.ts';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { TextArea } from '../../shared/forms/text-area.tsx';
import type { Errors } from '../../shared/forms/use-form.ts';
import { required } from '../../shared/staff/asked.tsx';
import { registry } from '../../shared/words/en/registry.ts';

const words = registry.statement;

/** One picture with its sentences as they stand in the form, a sentence a line. */
export interface EasyReadDraft {
  readonly key: string;
  readonly picture: EasyReadPicture;
  readonly text: string;
}

const sentencesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** The next version starts from the easy-read form of the one in force. */
export const easyReadDrafts = (statement: Statement | undefined): readonly EasyReadDraft[] =>
  statement?.easyRead?.map(({ picture, sentences }) => ({
    key: newId(),
    picture,
    text: sentences.join('\n'),
  })) ?? [];

/** As it is sent; nothing where there is none. */
export const draftedEasyRead = (parts: readonly EasyReadDraft[]) =>
  parts.length === 0
    ? {}
    : { easyRead: parts.map(({ picture, text }) => ({ picture, sentences: sentencesOf(text) })) };

/** A picture without a sentence says nothing. */
export const easyReadErrors = (parts: readonly EasyReadDraft[]): Record<string, string> =>
  Object.fromEntries(
    parts.flatMap(({ text }, index) =>
      sentencesOf(text).length > 0 ? [] : [[`easyRead-${String(index)}-sentences`, words.easyReadEmpty]],
    ),
  );

interface Props {
  readonly parts: readonly EasyReadDraft[];
  readonly errors: Errors;
  readonly onParts: (parts: readonly EasyReadDraft[]) => void;
}

/** The easy-read form of the statement: pictures, each with a few short sentences. */
export function EasyReadFields({ parts, errors, onParts }: Props): VNode {
  const change = (key: string, to: Partial<EasyReadDraft>): void => {
    onParts(parts.map((part) => (part.key === key ? { ...part, ...to } : part)));
  };
  return (
    <>
      <h2>{words.easyReadTitle}</h2>
      <p>{words.easyReadIntro}</p>
      {parts.map(({ key, picture, text }, index) => (
        <fieldset class="panel" key={key}>
          <legend>{words.easyReadPart(index + 1)}</legend>
          <SelectField
            id={`easyRead-${String(index)}-picture`}
            {...required(words.easyReadPicture)}
            value={picture}
            error={errors[`easyRead-${String(index)}-picture`]}
            onValue={(value) => {
              change(key, { picture: EASY_READ_PICTURES.find((known) => known === value) ?? 'diary' });
            }}
            choices={EASY_READ_PICTURES.map((value) => ({ value, label: words.pictures[value] }))}
          />
          <TextArea
            id={`easyRead-${String(index)}-sentences`}
            {...required(words.easyReadText)}
            rows={3}
            value={text}
            error={errors[`easyRead-${String(index)}-sentences`]}
            onValue={(value) => {
              change(key, { text: value });
            }}
          />
          <button
            type="button"
            class="link"
            onClick={() => {
              onParts(parts.filter((part) => part.key !== key));
            }}
          >
            {words.easyReadRemove(index + 1)}
          </button>
        </fieldset>
      ))}
      <div class="buttons">
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            onParts([...parts, { key: newId(), picture: 'diary', text: '' }]);
          }}
        >
          {words.easyReadAdd}
        </button>
      </div>
    </>
  );
}
