import type { PolicyStatement } from './policy-document.ts';

/** What a decision and a report call a statement: whose it is, and its Sid or, where it has none, its index. */
export const statementId = (source: string, { Sid }: PolicyStatement, index: number): string =>
  `${source}#${Sid ?? String(index)}`;
