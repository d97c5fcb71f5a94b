import { ensureBuilt } from '../../infra/setup/build.ts';
import { brokenLogLines, lookAtAftermath } from '../support/fuzz/aftermath.ts';
import { fuzz, type FuzzOptions } from '../support/fuzz/fuzz-run.ts';
import { startFuzzed } from '../support/fuzz/start-fuzzed.ts';
import { tell } from '../support/fuzz/tell.ts';

/** A long run of the fuzzer of the contract tests: as many requests a route, and from whatever seed, as one has time for. */
export const benchFuzz = async (options: FuzzOptions): Promise<void> => {
  await ensureBuilt();
  const run = await startFuzzed();
  try {
    const report = await fuzz(run.system, options);
    process.stdout.write([tell(options, report), ...report.faults, ''].join('\n'));
    const logged = brokenLogLines(run.dataDirectory);
    process.stdout.write(logged.map((line) => `${line}\n`).join(''));
    const after = await lookAtAftermath(run);
    process.stdout.write(after.map((line) => `${line}\n`).join(''));
    if (report.faults.length + logged.length + after.length > 0) process.exitCode = 1;
  } finally {
    await run.stop();
  }
};
