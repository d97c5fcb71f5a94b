import type { Findings } from './analyse.ts';
import { asked } from './asked.ts';

/** What nobody has explained: each makes the report fail. A healthy run asks for nothing that it may not. */
export function problemsOf({ statements, denied, idleReasons }: Findings): string[] {
  const refused = new Set(denied.map(asked));
  return [
    ...statements.flatMap(({ id, provenBy, because, uses, statement }) => {
      if (provenBy === undefined && because === undefined)
        return [`${id} changes no decision: take it away, or say why it is there.`];
      if (statement.Effect === 'Deny') return [];
      return uses
        .filter((use) => use.times === 0 && use.because === undefined)
        .map(({ name }) => `${id} allows ${name}, which nothing used.`);
    }),
    ...[...refused].map((what) => `Denied: ${what}. Grant it, or don’t ask.`),
    ...idleReasons.map(
      ({ statement, because }) => `Nothing needs the reason for ${String(statement)}: ${because}`,
    ),
  ];
}
