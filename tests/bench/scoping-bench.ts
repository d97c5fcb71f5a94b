import * as patterns from '#table/patterns.ts';
import type { Store } from '#usecases/ports/store.ts';
import { startScopedWorld } from '../support/scoped-world.ts';
import { fixed, median, printTable, timed } from './figures.ts';

const RUNS = 101;
const CENTRE = 'northgate';

const read = (store: Store, patient: string) => store.query(patterns.linksOf(CENTRE, patient));

/** What working in a scope adds to one read of the table: with credentials at hand, and without. */
export const benchScoping = async (): Promise<void> => {
  const world = await startScopedWorld();
  const within = world.withinOf('diary');
  const scoped = (patient: string) => within({ of: 'diary', centre: CENTRE, patient });
  const own = world.ownOf('diary');
  const kinds = [
    { name: 'the function’s own right, no scope', ask: () => own.query(patterns.newestStatement()) },
    { name: 'one diary, warm', ask: () => read(scoped('p1'), 'p1') },
    {
      name: 'one diary, cold (AssumeRole first)',
      ask: (run: number) => read(scoped(`cold-${String(run)}`), `cold-${String(run)}`),
    },
  ].map((kind) => ({ ...kind, ms: [] as number[], calls: 0 }));
  for (const { ask } of kinds) await ask(0);
  // In turns, so that whatever else the machine does falls on all alike.
  for (let run = 1; run <= RUNS; run += 1)
    for (const kind of kinds) {
      const before = world.assumed();
      kind.ms.push(await timed(() => kind.ask(run)));
      kind.calls += world.assumed() - before;
    }
  await world.stop();
  const [plain = Number.NaN] = kinds.map(({ ms }) => median(ms));
  printTable(
    `Scoped credentials (${String(RUNS)} runs each; every call decided by the synthesised policies)`,
    ['one query', 'median ms', 'added ms', 'STS calls a query'],
    kinds.map(({ name, ms, calls }) => [
      name,
      fixed(median(ms)),
      fixed(median(ms) - plain),
      fixed(calls / RUNS, 2),
    ]),
  );
};
