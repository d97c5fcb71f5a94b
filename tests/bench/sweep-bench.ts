import { Temporal } from 'temporal-polyfill';
import { link } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import { created } from '#table/item.ts';
import type { Act } from '#usecases/ports/store.ts';
import { sweep } from '#usecases/recording/sweep.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../support/diary-world.ts';
import { fixed, median, printTable, timed } from './figures.ts';
import { measure } from './measured-table.ts';

const PATIENTS = 10_000;
const NOW = Temporal.Instant.from('2026-06-10T12:00:00Z');
const RUNS = 3;

const stamp = { at: '2026-06-01T00:00:00Z', by: 'bench', mutationId: 'seeded' };
const plan = {
  id: 'plan',
  effectiveOn: '2026-06-01',
  setAt: stamp.at,
  regimens: [
    {
      kind: 'routine' as const,
      productId: 'elocta',
      amount: { value: 2000, unit: 'IU' as const, moiety: 'FVIII' as const },
      anchor: '2026-06-01',
      schedule: { kind: 'every-days' as const, days: 2 },
      dosesPerDay: 1,
    },
  ],
};

const patientItem = (n: number, due: boolean) => ({
  centre: DIARY.centre,
  patient: `p${String(n)}`,
  identity: { givenName: 'Robin', familyName: `Example${String(n)}`, birthDate: '2000-01-01' },
  details: { diagnosis: 'haemophilia-a' as const },
  homeZone: 'Europe/London',
  homeTherapy: true,
  channel: 'online' as const,
  consent: { state: 'not-needed' as const },
  recording: {
    stage: 'up-to-date' as const,
    since: stamp.at,
    openDoses: [],
    nextCheckAt: due ? '2026-06-03T07:00:00Z' : '2026-06-20T07:00:00Z',
  },
  delivery: { status: 'active' as const, since: stamp.at },
  pauses: [],
  clockFrom: '2026-06-01',
  plans: [plan],
  remindedOn: [],
  openBleeds: [],
  ...created(stamp),
});

const linkItem = (n: number) => ({
  centre: DIARY.centre,
  patient: `p${String(n)}`,
  account: `a${String(n)}`,
  username: `user${String(n)}`,
  firstName: 'Robin',
  centreName: 'Larkfield',
  name: 'A person',
  email: `user${String(n)}@example.org`,
  relation: 'self' as const,
  mayRecord: true,
  confirmed: true,
  consent: 'not-needed' as const,
  notBefore: 0,
  ...created(stamp),
});

/** A hundred items a transaction: the quickest way into the table that the store has. */
const seed = async ({ context }: DiaryWorld, due: number): Promise<void> => {
  const every = PATIENTS / due;
  for (let start = 0; start < PATIENTS; start += 50) {
    const acts = Array.from({ length: 50 }, (_, place) => start + place).flatMap((n): Act[] => [
      { act: 'put', label: 'state', entity: state, item: patientItem(n, n % every === 0), over: 'any' },
      { act: 'put', label: 'link', entity: link, item: linkItem(n), over: 'any' },
    ]);
    const outcome = await context.store.transact(acts);
    if (!outcome.done) throw new Error('Not seeded.');
  }
};

const oneRun = async (lapsed: number) => {
  const world = await startDiaryWorld(NOW.toString());
  await seed(world, lapsed);
  const counted = measure(world.table.client);
  counted.since();
  let moved = 0;
  const ms = await timed(async () => {
    const report = await sweep(
      world.context,
      NOW,
      () => false,
      (error) => {
        throw error;
      },
    );
    moved = report.moved;
  });
  const asked = counted.since();
  if (moved !== lapsed) throw new Error(`${String(moved)} of ${String(lapsed)} moved`);
  await world.stop();
  return { ms, ...asked };
};

/** The sweep over 10,000 patients: cost follows the number due. */
export const benchSweep = async (): Promise<void> => {
  const rows: string[][] = [];
  for (const share of [0.01, 0.1]) {
    const lapsed = PATIENTS * share;
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await oneRun(lapsed));
    const [calls, units, ms] = [
      median(runs.map((r) => r.calls)),
      median(runs.map((r) => r.units)),
      median(runs.map((r) => r.ms)),
    ];
    rows.push([
      `${String(share * 100)} % (${String(lapsed)}) due`,
      fixed(calls, 0),
      fixed(units, 0),
      fixed(ms, 0),
      fixed(calls / lapsed, 2),
      fixed(units / lapsed),
      fixed(ms / lapsed, 2),
    ]);
  }
  printTable(
    `Sweep over ${String(PATIENTS)} patients (${String(RUNS)} runs each, medians)`,
    ['', 'calls', 'units', 'ms', 'calls each', 'units each', 'ms each'],
    rows,
  );
};
