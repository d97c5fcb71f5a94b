import { OPERATION_ACCESS } from '../../cognito/operations.ts';
import type { Findings, StatementFinding, Use } from './analyse.ts';
import { asked } from './asked.ts';
import { PLATFORM_RULES } from '../platform-rules.ts';

const word = ({ name, times, because }: Use): string =>
  times > 0 ? `${name} ${String(times)}×` : `${name} never${because === undefined ? ', UNEXPLAINED' : ''}`;

function aboutStatement(one: StatementFinding): string[] {
  const { id, kind, statement, uses, provenBy, because } = one;
  const listed = (part: Use['kind'], before: string) => {
    const words = uses.filter((use) => use.kind === part).map(word);
    return words.length === 0 ? [] : [`    ${before}${words.join(' · ')}`];
  };
  const reasons = new Set([because, ...uses.map((use) => use.because)]);
  return [
    `  ${id.slice(id.indexOf('#') + 1)}  ${kind === 'permission' ? '' : `(${kind}) `}${statement.Effect}`,
    ...listed('actions', ''),
    ...listed('resources', 'on '),
    ...listed('values', 'if '),
    provenBy === undefined ? '    changes no decision' : `    needed for ${asked(provenBy)}`,
    ...[...reasons].flatMap((reason) => (reason === undefined ? [] : [`    ${reason}`])),
  ];
}

const countedLines = (lines: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, times]) => `  ${String(times).padStart(4)}× ${line}`).sort();
};

/** Operations of Cognito that take a token, a session or a client's secret instead of IAM's signature. */
export const undecidedOperations = (): string[] =>
  [...OPERATION_ACCESS]
    .flatMap(([name, access]) => (access === 'public' ? [`cognito-idp:${name}`] : []))
    .sort();

export interface Totals {
  readonly statements: number;
  readonly used: number;
  readonly unusedExplained: number;
  readonly provenNecessary: number;
  readonly denied: number;
  readonly requests: number;
}

export const totalsOf = ({ statements, denied, judged }: Findings): Totals => ({
  statements: statements.length,
  used: statements.filter(({ uses }) => uses.some(({ times }) => times > 0)).length,
  unusedExplained: statements.filter(
    ({ provenBy, because }) => provenBy === undefined && because !== undefined,
  ).length,
  provenNecessary: statements.filter(({ provenBy }) => provenBy !== undefined).length,
  denied: denied.length,
  requests: judged.length,
});

/** The report as people read it. */
export function writeReport(findings: Findings, problems: readonly string[]): string {
  const owners = [...new Set(findings.statements.map(({ owner }) => owner))].sort();
  const totals = totalsOf(findings);
  return [
    ...owners.flatMap((owner) => [
      owner,
      ...findings.statements.filter((one) => one.owner === owner).flatMap(aboutStatement),
      '',
    ]),
    'What AWS itself does with these roles, by its own word:',
    ...Object.entries(PLATFORM_RULES).map(([rule, { does, source }]) => `  ${rule}: ${does}\n    ${source}`),
    '',
    'Operations that IAM doesn’t decide, as they are not signed:',
    ...undecidedOperations().map((operation) => `  ${operation}`),
    '',
    'Denied:',
    ...(findings.denied.length === 0 ? ['  nothing'] : countedLines(findings.denied.map(asked))),
    '',
    ...(problems.length === 0
      ? ['Nothing is unexplained.']
      : ['Unexplained:', ...problems.map((one) => `  ${one}`)]),
    '',
    `${String(totals.requests)} requests, ${String(totals.denied)} denied`,
    `${String(totals.statements)} statements: ${String(totals.used)} used, ${String(totals.unusedExplained)} unused and explained, ${String(totals.provenNecessary)} proven necessary`,
  ].join('\n');
}
