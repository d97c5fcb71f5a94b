import type { VNode } from 'preact';
import { accessLogWords } from '../../shared/words/en/access-log.ts';
import { rightsWords as words } from '../../shared/words/en/rights.ts';
import { statementWords } from '../../shared/words/en/statement.ts';

/** The ways to see and to ask what happens with what is recorded. */
export function RightsSection(): VNode {
  return (
    <>
      <h2>{words.title}</h2>
      <ul>
        <li>
          <a href="/access-log">{accessLogWords.link}</a>
        </li>
        <li>
          <a href="/requests">{words.requests.link}</a>
        </li>
        <li>
          <a href="/statement/versions">{statementWords.versionsTitle}</a>
        </li>
      </ul>
    </>
  );
}
