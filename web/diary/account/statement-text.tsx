import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Statement } from '#contracts/diary.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { Radios } from '../../shared/forms/radios.tsx';
import { statementWords as words } from '../../shared/words/en/statement.ts';
import { EasyReadPictureShape } from './easy-read-picture.tsx';

function EasyRead({ statement: { easyRead } }: { readonly statement: Statement }): VNode {
  if (easyRead === undefined) return <Notice>{words.noEasyRead}</Notice>;
  return (
    <ul class="easy-read" lang="en-GB" dir="ltr">
      {easyRead.map(({ picture, sentences }) => (
        <li key={sentences.join(' ')}>
          <EasyReadPictureShape picture={picture} />
          <div class="easy-read-words">
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** As the registry wrote it, in English whatever the page speaks. */
const Sections = ({ statement: { changes, sections } }: { readonly statement: Statement }): VNode => (
  <>
    {changes.trim() !== '' && (
      <Notice title={words.changes}>
        <p lang="en-GB" dir="ltr">
          {changes}
        </p>
      </Notice>
    )}
    <div lang="en-GB" dir="ltr">
      {sections.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </div>
  </>
);

/** The statement's own words, with what changed first; as easy-read or in large print for whoever wants that. */
export function StatementText({ statement }: { readonly statement: Statement }): VNode {
  const [shape, setShape] = useState('usual');
  return (
    <>
      <p class="quiet">{words.version(statement.version, dayWords.middle(statement.publishedOn))}</p>
      <div class="no-print">
        <Radios
          id="shape"
          label={words.shape}
          value={shape}
          error={undefined}
          onValue={setShape}
          inline
          choices={[
            { value: 'usual', label: words.shapes.usual },
            { value: 'easy', label: words.shapes.easyRead },
            { value: 'large', label: words.shapes.largePrint },
          ]}
        />
      </div>
      <div class={shape === 'usual' ? undefined : 'large-print'}>
        {shape === 'easy' ? <EasyRead statement={statement} /> : <Sections statement={statement} />}
      </div>
      <p class="no-print">
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            window.print();
          }}
        >
          {words.print}
        </button>
      </p>
    </>
  );
}
