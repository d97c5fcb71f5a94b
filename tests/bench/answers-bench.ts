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
import { heardIn } from './heard-in.ts';
import { medianDifference } from './two-samples.ts';

const ROUNDS = 60;
const WARM_UP = 3;
/** So that it ends on a busy machine as well; how many were asked by then is told. */
const ASKING_MS = 60_000;
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

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** A way of asking, and how long each answer took so far. */
interface Asked {
  readonly name: string;
  readonly ask: (whose: 'theirs' | 'nobodys') => Promise<number>;
  readonly theirs: number[];
  readonly nobodys: number[];
}

const prepared = async (today: string) => {
  const cases = allCases().filter(
    ({ route, situation }) => ROUTES.includes(route.name) && SITUATIONS.includes(situation),
  );
  const { bearers, places, placed } = placesOf(cases);
  const matrix = await startMatrix(bearers, places, today);
  const asked = pairsOf(placed, places).flatMap(({ one, part, others, nobodys }): Asked[] => {
    if (part !== 'p' && part !== 'c') return [];
    const token = matrix.tokenOf(one.bearer, PLAIN);
    const ids = { theirs: others, nobodys };
    return [
      {
        name: `${one.route.name}${one.corrects ? ' (correcting)' : ''} {${part}}`,
        ask: (whose) =>
          timed(() => {
            const request = requestFor(one, today, { [part]: ids[whose] });
            return send(siteOf(matrix, one, request), token, request);
          }),
        theirs: [],
        nobodys: [],
      },
    ];
  });
  return { matrix, asked };
};

/** Every way once a round, another’s and nobody’s by turns: what disturbs one disturbs the other. */
const round = async (asked: readonly Asked[], n: number): Promise<void> => {
  for (const one of asked) {
    const order = n % 2 === 0 ? (['theirs', 'nobodys'] as const) : (['nobodys', 'theirs'] as const);
    for (const whose of order) {
      const took = await one.ask(whose);
      if (n >= 0) one[whose].push(took);
    }
  }
};

const rowOf = ({ name, theirs, nobodys }: Asked): string[] => {
  const { share, low, high } = heardIn(theirs, nobodys);
  const { difference, from, to } = medianDifference(theirs, nobodys);
  return [
    name,
    fixed(median(theirs)),
    fixed(median(nobodys)),
    `${fixed(difference)} (${fixed(from)} … ${fixed(to)})`,
    `${fixed(share, 2)} (${fixed(low, 2)}–${fixed(high, 2)})`,
  ];
};

/** Whether the time of a "not there" tells what is another's from what is nobody's. */
export const benchAnswers = async (): Promise<void> => {
  await ensureBuilt();
  say('Starting a run with a diary for every case …');
  const { matrix, asked } = await prepared(Temporal.Now.plainDateISO('Europe/London').toString());
  say(`Asking in ${String(asked.length)} ways, for a minute at most …`);
  const began = performance.now();
  let done = -WARM_UP;
  for (; done < ROUNDS && performance.now() - began < ASKING_MS; done += 1) {
    await round(asked, done);
    if (done > 0 && done % 10 === 0) say(`  ${String(done)} pairs of each`);
  }
  await matrix.stop();
  printTable(
    `"Not yours" and "not there", ${String(Math.max(0, done))} pairs of each, in ms`,
    ['route', 'another’s', 'nobody’s', 'difference (95 %)', 'slower, of pairs (95 %)'],
    asked.map(rowOf),
  );
  const all = heardIn(
    asked.flatMap(({ theirs }) => theirs),
    asked.flatMap(({ nobodys }) => nobodys),
  );
  say(
    `All together: ${fixed(all.share, 3)} (${fixed(all.low, 3)}–${fixed(all.high, 3)}). The share of pairs in which another’s took longer (Mann-Whitney U / n², Hanley-McNeil interval); the difference is of medians (percentile bootstrap). 0.50 and 0 tell nothing.`,
  );
};
