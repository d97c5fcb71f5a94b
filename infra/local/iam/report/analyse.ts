import { fitsWildcard } from '../../template/wildcard.ts';
import type { Unused } from '../../../constructs/unused-permissions.ts';
import { judge, needs, type Judged } from './decisions.ts';
import { partsOf, type Part } from './parts-of.ts';
import type { Recording } from './recording.ts';
import { described, statementsOf, type OwnedStatement } from './statements.ts';

/** One statement and what became of it. */
export interface StatementFinding extends OwnedStatement {
  readonly uses: readonly Use[];
  /** A request that would be decided otherwise without the statement; undefined when there is none. */
  readonly provenBy: Judged | undefined;
  /** Why it is there though nothing needs it. */
  readonly because: string | undefined;
}

/** One action, resource or value that a statement lists. */
export interface Use {
  readonly kind: Part['kind'];
  readonly name: string;
  /** In how many distinct requests. */
  readonly times: number;
  /** Why it is there though nothing used it. */
  readonly because: string | undefined;
}

export interface Findings {
  readonly statements: readonly StatementFinding[];
  readonly judged: readonly Judged[];
  readonly denied: readonly Judged[];
  /** Reasons that explain nothing, because what they speak of is used or not there. */
  readonly idleReasons: readonly Unused[];
}

/** Joins what all runs asked, and finds for each statement what used it and whether anything needs it. */
export function analyse(recordings: readonly Recording[], reasons: readonly Unused[]): Findings {
  const judged = recordings.flatMap(judge);
  const speaking = grouped(judged.flatMap((one) => one.by.map((id) => [id, one] as const)));
  const versions = grouped(
    recordings.flatMap(({ enforced }) => statementsOf(enforced)).map((one) => [one.id, one] as const),
  );
  const giving = new Set<Unused>();
  const reasonFor = (matches: (reason: Unused) => boolean): string | undefined => {
    const reason = reasons.find(matches);
    if (reason !== undefined) giving.add(reason);
    return reason?.because;
  };
  const statements = [...versions].flatMap(([id, same]): StatementFinding[] => {
    const [first] = same;
    if (first === undefined) return [];
    const requests = effective(first, speaking.get(id) ?? []);
    const provenBy = requests.find((one) => needs(one, id));
    const speaks = ({ statement }: Unused) => statement.test(described(first));
    const because =
      provenBy === undefined ? reasonFor((one) => one.of === undefined && speaks(one)) : undefined;
    const uses = partsOf(same).map(({ kind, name, fits }): Use => {
      const times = requests.filter(fits).length;
      const explains = (one: Unused) =>
        speaks(one) && one.of?.some((text) => fitsWildcard(text, name)) === true;
      return { kind, name, times, because: times > 0 ? undefined : (because ?? reasonFor(explains)) };
    });
    return [{ ...first, provenBy, because, uses }];
  });
  return {
    statements,
    judged,
    denied: judged.filter(({ allowed }) => !allowed),
    idleReasons: reasons.filter((reason) => !giving.has(reason)),
  };
}

function grouped<T>(pairs: readonly (readonly [key: string, value: T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** An allowance is used by what was allowed, a denial by what was denied. */
const effective = ({ statement: { Effect } }: OwnedStatement, requests: readonly Judged[]) =>
  requests.filter(({ allowed }) => allowed === (Effect === 'Allow'));
