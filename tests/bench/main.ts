import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAnswers } from './answers-bench.ts';
import { benchAxe } from './axe-bench.ts';
import { benchBundles } from './bundle-bench.ts';
import { benchDiary } from './diary-bench.ts';
import { benchFuzz } from './fuzz-bench.ts';
import { benchEnumeration } from './enumeration-bench.ts';
import { benchFirstLoad } from './first-load-bench.ts';
import { benchLighthouse } from './lighthouse-bench.ts';
import { benchPrints } from './prints-bench.ts';
import { benchScoping } from './scoping-bench.ts';
import { shootAll } from './shots-bench.ts';
import { benchSweep } from './sweep-bench.ts';
import { benchTaps } from './taps-bench.ts';
import { benchWeights } from './weights-bench.ts';
import { type Figure, printFigures } from './figure.ts';
import { withRun } from './with-run.ts';

const benches = {
  diary: benchDiary,
  sweep: benchSweep,
  scoping: benchScoping,
  bundles: benchBundles,
  enumeration: benchEnumeration,
  answers: benchAnswers,
};

/** Only when they are asked for: they drive the sites of a run in a browser. `targets` is all of them in one table. */
const onSites = {
  weights: () => benchWeights(),
  'first-load': benchFirstLoad,
  lighthouse: benchLighthouse,
  taps: benchTaps,
};

const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '100' },
    seed: { type: 'string' },
    /** Of `shots` and `prints`: the folder for the pictures. */
    into: { type: 'string' },
    /** Of `shots` and `axe`: which pages and states, by a part of their names. */
    only: { type: 'string', default: '' },
    /** Of `shots` and `prints`: as often as there are languages; else `shots` takes English and Arabic, `prints` Welsh as well. */
    lang: { type: 'string', multiple: true },
    /** Of `shots` and `axe`: as often as there are sites. */
    site: { type: 'string', multiple: true, default: ['diary', 'centre', 'registry'] },
  },
});
/** Only when it is asked for: it takes as long as one lets it. */
const fuzzing = () =>
  benchFuzz({ runsPerRoute: Number(values.runs), seed: Number(values.seed ?? Date.now() % 1_000_000_000) });
/** Each only when it is asked for by its name. */
const others = ['targets', 'fuzz', 'shots', 'prints', 'axe'];
const unknown = asked.filter((name) => !(name in benches) && !(name in onSites) && !others.includes(name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}; there are ${[...Object.keys(benches), ...Object.keys(onSites), ...others].join(', ')}.\n`,
  );
  process.exit(2);
}

process.stdout.write(
  `Figures of this machine (${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}), on the embedded engine: compare ratios, not milliseconds.\n`,
);
for (const [name, bench] of Object.entries(benches))
  if (asked.length === 0 || asked.includes(name)) await bench();
const driven = Object.entries(onSites).filter(([name]) => asked.includes('targets') || asked.includes(name));
if (driven.length > 0)
  await withRun(async (address) => {
    const figures: Figure[] = [];
    for (const [, bench] of driven) figures.push(...(await bench(address)));
    printFigures(
      `The diary at ${address}, medians; its processor 4 times slower where nothing else is said`,
      figures,
    );
  });
if (asked.includes('fuzz')) await fuzzing();
if (asked.includes('prints')) await withRun((address) => benchPrints(address, values.into, values.lang));
if (asked.includes('shots')) {
  const { into, only, site: sites, lang: langs = ['en', 'ar'] } = values;
  if (into === undefined) throw new Error('Say where the pictures go: shots --into FOLDER.');
  await shootAll({ into, only, langs, sites });
}
if (asked.includes('axe') && (await benchAxe({ only: values.only, sites: values.site })) > 0)
  process.exitCode = 1;
