import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { GROUP_NAMES, GROUPS } from '#contracts/authorisation/expected-answer.ts';
import { AUDIENCES } from '#contracts/route.ts';
import { routes } from '#contracts/routes.ts';
import { ask, wrongIn, type Came } from '../support/matrix/ask.ts';
import { allCases, changes } from '../support/matrix/cases.ts';
import { askPair, pairsOf } from '../support/matrix/not-there.ts';
import {
  askFrom,
  askOpen,
  callersOf,
  ELSEWHERES,
  isOpen,
  OPEN_ANSWERS,
} from '../support/matrix/open-routes.ts';
import { NOTE } from '../support/matrix/place-items.ts';
import { placesOf, type PlacedCase } from '../support/matrix/places.ts';
import { startMatrix, type Matrix } from '../support/matrix/start-matrix.ts';

const today = Temporal.Now.plainDateISO('Europe/London').toString();
/** Each more has every function start another process, which costs more than it saves on two cores. */
const AT_ONCE = 4;
const { bearers, places, placed } = placesOf(allCases().filter(({ route }) => route.audience !== 'open'));

let matrix: Matrix | undefined;
const came = new Map<PlacedCase, Came>();

/** Asks for several at once; each when another is done. */
const askAll = async (running: Matrix, cases: readonly PlacedCase[], atOnce: number): Promise<void> => {
  const left = cases.values();
  const worker = async (): Promise<void> => {
    for (const one of left) came.set(one, await ask(running, one, today));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

/** What touches everybody, such as a new statement or a centre's policy, comes last and one after the other. */
const isForEverybody = (one: PlacedCase): boolean => {
  const { reach, params } = one.route;
  return changes(one) && (reach === 'registry' || (reach === 'centre' && params === undefined));
};

beforeAll(async () => {
  matrix = await startMatrix(bearers, places, today);
  const began = Date.now();
  await askAll(
    matrix,
    placed.filter((one) => !isForEverybody(one)),
    AT_ONCE,
  );
  await askAll(matrix, placed.filter(isForEverybody), 1);
  const signedIn = routes.filter(({ audience }) => audience !== 'open').length;
  console.log(
    `Authorisation: ${String(signedIn)} routes × ${String(placed.length)} cases in ${String(Math.round((Date.now() - began) / 1000))} s`,
  );
}, 600_000);
// What the last acts set off is finished first.
afterAll(() => matrix?.stop(), 300_000);

describe('every group in every situation is answered as the declarations say by', () => {
  it.each(routes.filter(({ audience }) => audience !== 'open').map(({ name }) => name))('%s', (name) => {
    const mine = placed.filter(({ route }) => route.name === name);
    expect(wrongIn(mine, came)).toEqual([]);
  });
});

it('shows what is withheld from some to all others', () => {
  const seen = placed.filter(
    ({ route, situation, expected }) =>
      (route.name === 'get-month' || route.name === 'get-shared-month') &&
      situation === 'own' &&
      expected === 'let-in',
  );
  expect(seen.length).toBeGreaterThan(0);
  for (const one of seen) expect(came.get(one)?.text).toContain(NOTE);
});

describe('an open route is answered to everybody as to nobody:', () => {
  const open = routes.filter(isOpen).map((route, turn) => {
    const callers = callersOf(bearers, route, turn);
    return { route, callers };
  });

  it('every one is tried by nobody and somebody of each site, and every group tries', () => {
    const groups = open.map(({ callers }) => new Set(callers.map(({ group }) => group)));
    expect(new Set(groups.flatMap((of) => [...of]))).toEqual(new Set(GROUP_NAMES));
    for (const of of groups)
      expect(new Set([...of].map((group) => GROUPS[group]))).toEqual(new Set([undefined, ...AUDIENCES]));
    expect(open.length).toBeGreaterThan(0);
  });

  it.each(open.map(({ route, callers }) => [route.name, route, callers] as const))(
    '%s',
    async (_, route, callers) => {
      if (matrix === undefined) throw new Error('The run did not start.');
      const { nobodys, others } = await askOpen(matrix, route, callers, today);
      // What the example is answered, so that a fault or a limit is not taken for an answer.
      expect([nobodys.status, nobodys.code]).toEqual(OPEN_ANSWERS[route.name]);
      for (const { who, answer } of others) expect([who, answer]).toEqual([who, nobodys]);
    },
  );

  it.each(open.flatMap(({ route }) => (route.method === 'GET' ? [] : [[route.name, route] as const])))(
    'but to no page of others: %s',
    async (_, route) => {
      if (matrix === undefined) throw new Error('The run did not start.');
      for (const [what, headers] of ELSEWHERES) {
        const { status, code } = await askFrom(matrix, route, headers, today);
        expect([what, status, code]).toEqual([what, 403, 'not-allowed']);
      }
    },
  );
});

describe('what is another’s is answered exactly as what is nobody’s by', () => {
  const pairs = pairsOf(placed, places);

  it('every route with ids', () => {
    const named = new Set(pairs.map(({ one }) => one.route.name));
    const withIds = routes.filter(({ audience, reach, params }) => {
      const parts = Object.keys(params?.shape ?? {});
      return (
        audience !== 'open' &&
        reach !== 'registry' &&
        // An id there is that of what the caller makes; whose diary it is for stands in the body.
        reach !== 'account' &&
        parts.some((part) => ['c', 'p', 'id', 'account'].includes(part))
      );
    });
    expect([...named].sort()).toEqual(withIds.map(({ name }) => name).sort());
  });

  it.each(
    pairs.map(
      (pair) =>
        [`${pair.one.route.name}${pair.one.corrects ? ' (correcting)' : ''}`, pair.part, pair] as const,
    ),
  )('%s, by its {%s}', async (_, __, pair) => {
    if (matrix === undefined) throw new Error('The run did not start.');
    const { others, nobodys } = await askPair(matrix, pair, today);
    expect(others).toEqual(nobodys);
  });
});
