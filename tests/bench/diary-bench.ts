import { Temporal } from 'temporal-polyfill';
import { entry } from '#table/entities/diary.ts';
import { created } from '#table/item.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { viewInsights } from '#usecases/insights/view-insights.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../support/diary-world.ts';
import { fixed, median, printTable, timed } from './figures.ts';
import { measure, type Asked } from './measured-table.ts';

const NOW = '2026-06-10T12:00:00Z';
const RUNS = 101;
/** Of what reads years. */
const FEW = 11;

interface Bench {
  readonly world: DiaryWorld;
  readonly asked: () => Asked;
}

const row = async (
  bench: Bench,
  name: string,
  work: (run: number) => Promise<unknown>,
  runs = RUNS,
): Promise<string[]> => {
  await work(-1);
  const [calls, units, ms]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < runs; run += 1) {
    bench.asked();
    ms.push(await timed(() => work(run)));
    const asked = bench.asked();
    calls.push(asked.calls);
    units.push(asked.units);
  }
  return [name, fixed(median(calls), 0), fixed(median(units)), fixed(median(ms))];
};

/** Ten years, alternate-day prophylaxis, each dose recorded. */
const tenYears = async ({ world }: Bench): Promise<void> => {
  const first = Temporal.PlainDate.from('2016-06-10');
  for (let dose = 0; dose < 1826; dose += 1) {
    const day = first.add({ days: dose * 2 }).toString();
    const { mutationId: _m, typedAt: _t, passed: _p, ...fields } = treatment(`${day}T07:30`);
    await world.context.store.put(entry, {
      ...DIARY,
      entry: `old-${String(dose)}`,
      data: { kind: 'treatment', ...fields, productName: 'Elocta' },
      localAt: `${day}T07:30`,
      instantAt: `${day}T06:30:00Z`,
      day,
      source: 'web',
      typedAt: NOW,
      receivedAt: NOW,
      passed: [],
      recordedBy: { account: 'ann', staff: false },
      ...created({ at: NOW, by: 'ann', mutationId: `old-${String(dose)}` }),
    });
  }
};

const record =
  ({ world }: Bench, prefix: string) =>
  async (run: number) => {
    const body = treatment('2026-06-10T07:30', { passed: ['possible-duplicate'] });
    const result = await recordTreatment(
      world.context,
      world.person('ann'),
      DIARY,
      `${prefix}-${String(run + 1)}`,
      body,
    );
    if (!result.ok) throw new Error(`Not recorded: ${result.failure.code}`);
  };

const month =
  ({ world }: Bench, which: string) =>
  async () => {
    const result = await viewMonth(world.context, world.person('ann'), DIARY, which);
    if (!result.ok) throw new Error(`Not read: ${result.failure.code}`);
  };

const insights =
  ({ world }: Bench, from: string) =>
  async () => {
    const asked = { from, to: '2026-06-09' };
    const result = await viewInsights(world.context, world.person('ann'), DIARY, asked);
    if (!result.ok) throw new Error(`Not read: ${result.failure.code}`);
  };

const behind = {
  recording: { stage: 'lapsed' as const, since: NOW, dueOn: '2026-05-01', openDoses: [] },
  evidence: [],
};

/** Recording and the month view: calls to the table, capacity units, median ms on the embedded engine. */
export const benchDiary = async (): Promise<void> => {
  const world = await startDiaryWorld(NOW);
  const counted = measure(world.table.client);
  const bench: Bench = { world, asked: counted.since };
  await world.putLink('ann');
  const upToDate = { recording: { stage: 'up-to-date' as const, since: NOW, openDoses: [] } };
  await world.putPatient(upToDate);
  const rows = [await row(bench, 'record, diary up to date', record(bench, 'quiet'))];
  const lapsed = record(bench, 'late');
  rows.push(
    await row(bench, 'record, diary lapsed (with the reset of the state)', async (run) => {
      await world.putPatient(behind);
      await lapsed(run);
    }),
  );
  await world.putPatient(upToDate);
  rows.push(await row(bench, 'month view, an empty month', month(bench, '2026-01')));
  await tenYears(bench);
  rows.push(await row(bench, 'month view, ten years of diary: newest month', month(bench, '2026-05')));
  rows.push(await row(bench, 'month view, ten years of diary: oldest month', month(bench, '2016-07')));
  for (const [span, from] of [
    ['one year', '2025-06-10'],
    ['five years', '2021-06-10'],
    ['all of it', '2016-06-10'],
  ] as const)
    rows.push(await row(bench, `insights, ten years of diary: ${span}`, insights(bench, from), FEW));
  await world.stop();
  printTable(`Diary (${String(RUNS)} runs each)`, ['', 'calls', 'units', 'median ms'], rows);
};
