import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAnswers } from './answers-bench.ts';
import { benchBundles } from './bundle-bench.ts';
import { benchDiary } from './diary-bench.ts';
import { benchFuzz } from './fuzz-bench.ts';
import { benchEnumeration } from './enumeration-bench.ts';
import { benchFirstLoad } from './first-load-bench.ts';
import { benchLighthouse } from './lighthouse-bench.ts';
import { benchScoping } from './scoping-bench.ts';
import { shootAll } from './shots-bench.ts';
import { benchSweep } from './sweep-bench.ts';

const benches = {
  diary: benchDiary,
  sweep: benchSweep,
  scoping: benchScoping,
  bundles: benchBundles,
  enumeration: benchEnumeration,
  answers: benchAnswers,
};

/** Only when they are asked for: they measure a run that is up (`BENCH_ADDRESS`, else http://localhost:8000). */
const onSites = { 'first-load': benchFirstLoad, lighthouse: benchLighthouse };

const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '100' },
    seed: { type: 'string' },
    /** Of `shots`: the folder for the pictures, and which pages and states. */
    into: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
/** Only when it is asked for: it takes as long as one lets it. */
const fuzzing = () =>
  benchFuzz({ runsPerRoute: Number(values.runs), seed: Number(values.seed ?? Date.now() % 1_000_000_000) });
const unknown = asked.filter(
  (name) => !(name in benches) && !(name in onSites) && name !== 'fuzz' && name !== 'shots',
);
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}, fuzz, shots.\n`,
  );
  process.exit(2);
}

process.stdout.write(
  `Figures of this machine (${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}), on the embedded engine: compare ratios, not milliseconds.\n`,
);
for (const [name, bench] of Object.entries(benches))
  if (asked.length === 0 || asked.includes(name)) await bench();
for (const [name, bench] of Object.entries(onSites)) if (asked.includes(name)) await bench();
if (asked.includes('fuzz')) await fuzzing();
if (asked.includes('shots')) {
  if (values.into === undefined) throw new Error('Say where the pictures go: shots --into FOLDER.');
  await shootAll(values.into, values.only);
}
