import { cpus } from 'node:os';
import { benchBundles } from './bundle-bench.ts';
import { benchDiary } from './diary-bench.ts';
import { benchSweep } from './sweep-bench.ts';

const benches = { diary: benchDiary, sweep: benchSweep, bundles: benchBundles };

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.\n`,
  );
  process.exit(2);
}

process.stdout.write(
  `Figures of this machine (${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}), on the embedded engine: compare ratios, not milliseconds.\n`,
);
for (const [name, bench] of Object.entries(benches))
  if (asked.length === 0 || asked.includes(name)) await bench();
