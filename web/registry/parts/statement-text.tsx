import type { VNode } from 'preact';
import type { Statement } from '#contracts/diary.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { registry } from '../../shared/words/en/registry.ts';

const words = registry.statement;

/** The text of a privacy statement with its version and what changed: in English whatever the page speaks. */
export const StatementText = ({ statement }: { readonly statement: Statement }): VNode => (
  <article>
    <p class="quiet">{words.current(statement.version, dayWords.middle(statement.publishedOn))}</p>
    <h2>{words.changes}</h2>
    <div lang="en-GB" dir="ltr">
      <p>{statement.changes}</p>
      {statement.sections.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </div>
  </article>
);
