import { Temporal } from 'temporal-polyfill';
import { PLAIN } from '#contracts/authorisation/situations.ts';
import type { RouteName } from '#contracts/routes.ts';
import { ensureBuilt } from '../../infra/setup/build.ts';
import { requestFor, send, siteOf } from '../support/matrix/ask.ts';
import { allCases } from '../support/matrix/cases.ts';
import { pairsOf } from '../support/matrix/not-there.ts';
import { placesOf } from '../support/matrix/places.ts';
import { startMatrix } from '../support/matrix/start-matrix.ts';
import { fixed, median, printTable, timed } from './figures.ts';
import { mannWhitney, medianDifference } from './two-samples.ts';

const ROUNDS = 300;
const WARM_UP = 30;
/** One of each way of asking: a read, a file, a new entry, a correction and a change, by a family and by staff. */
const ROUTES: readonly RouteName[] = [
  'get-month',
  'export-diary',
  'put-treatment',
  'get-patient',
  'get-patient-month',
  'put-patient-treatment',
  'put-plan',
  'get-shared-month',
];
const SITUATIONS: readonly string[] = [PLAIN, 'other-centre'];

/**
 * How long the API takes to say "not there" of what is another's and of what is nobody's, asked in turn. The p is
 * Mann–Whitney's; the interval is of the difference of medians. Both say nothing where the interval holds 0.
 */
export const benchAnswers = async (): Promise<void> => {
  await ensureBuilt();
  const today = Temporal.Now.plainDateISO('Europe/London').toString();
  const cases = allCases().filter(
    ({ route, situation }) => ROUTES.includes(route.name) && SITUATIONS.includes(situation),
  );
  const { bearers, places, placed } = placesOf(cases);
  const matrix = await startMatrix(bearers, places, today);
  const rows: string[][] = [];
  for (const { one, part, others, nobodys } of pairsOf(placed, places)) {
    if (part !== 'p' && part !== 'c') continue;
    const token = matrix.tokenOf(one.bearer, PLAIN);
    const ask = (id: string) => () => {
      const request = requestFor(one, today, { [part]: id });
      return send(siteOf(matrix, one, request), token, request);
    };
    const [theirs, nobody]: [number[], number[]] = [[], []];
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const [first, second] = [await timed(ask(others)), await timed(ask(nobodys))];
      if (round < 0) continue;
      theirs.push(first);
      nobody.push(second);
    }
    const { difference, from, to } = medianDifference(theirs, nobody);
    rows.push([
      `${one.route.name}${one.corrects ? ' (correcting)' : ''} {${part}}`,
      fixed(median(theirs), 2),
      fixed(median(nobody), 2),
      fixed(difference, 2),
      `${fixed(from, 2)} … ${fixed(to, 2)}`,
      fixed(mannWhitney(theirs, nobody), 3),
    ]);
  }
  await matrix.stop();
  printTable(
    `"Not yours" and "not there", ${String(ROUNDS)} of each in turn, in ms`,
    ['route', 'another’s', 'nobody’s', 'difference', '95 % interval', 'p'],
    rows,
  );
};
