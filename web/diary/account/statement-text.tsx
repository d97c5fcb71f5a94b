import type { VNode } from 'preact';
import type { Statement } from '#contracts/diary.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { statementWords as words } from '../../shared/words/en/statement.ts';

/** The statement's own words, with what changed first. */
export function StatementText({ statement }: { readonly statement: Statement }): VNode {
  const { version, publishedOn, changes, sections } = statement;
  return (
    <>
      <p class="quiet">{words.version(version, dayWords.middle(publishedOn))}</p>
      {changes.trim() !== '' && (
        <Notice title={words.changes}>
          <p>{changes}</p>
        </Notice>
      )}
      {sections.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </>
  );
}
