import type { VNode } from 'preact';
import { diaryWords as words } from '../shared/words/en/diary.ts';

/** What anyone may open, at the foot of every page. */
export const footerLinks = (): VNode => (
  <p>
    <a href="/emergency">{words.emergencyLink}</a>
    <a href="/statement">{words.statementLink}</a>
    <a href="/display">{words.displayLink}</a>
    <a href="/help">{words.helpLink}</a>
  </p>
);

/** Below the sign-in, beside its own links. */
export const statementLink = (): VNode => (
  <li>
    <a href="/statement">{words.statementLink}</a>
  </li>
);
