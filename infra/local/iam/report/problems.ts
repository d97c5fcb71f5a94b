import type { Findings } from './analyse.ts';

/** What nobody has explained: each makes the report fail. */
export function problemsOf({ statements, idleReasons }: Findings): string[] {
  return [
    ...statements.flatMap(({ id, provenBy, because, uses, statement }) => {
      if (provenBy === undefined && because === undefined)
        return [`${id} changes no decision: take it away, or say why it is there.`];
      if (statement.Effect === 'Deny') return [];
      return uses
        .filter((use) => use.times === 0 && use.because === undefined)
        .map(({ name }) => `${id} allows ${name}, which nothing used.`);
    }),
    ...idleReasons.map(
      ({ statement, because }) => `Nothing needs the reason for ${String(statement)}: ${because}`,
    ),
  ];
}
