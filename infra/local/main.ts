/** `npm start`: the whole system on this machine, from the synthesised templates. */
import { join, resolve } from 'node:path';
import { ensureBuilt } from '../setup/build.ts';
import { root } from '../setup/root.mjs';
import { closingWords } from './closing-words.ts';
import type { Local } from './local-options.ts';
import { parseFlags, type Flags } from './parse-flags.ts';
import { claim, portsFrom } from './ports.ts';
import { startLocal } from './start-local.ts';

const parsed = parseFlags(process.argv.slice(2));
if ('refuse' in parsed) {
  console.error(parsed.refuse);
  process.exitCode = 1;
} else {
  await run(parsed.flags).catch((error: unknown) => {
    console.error(`\n${wordsOf(error)}`);
    process.exitCode = 1;
  });
}

async function run(flags: Flags): Promise<void> {
  const began = Date.now();
  const ports = portsFrom(flags.firstPort);
  await claim(ports);
  await ensureBuilt();
  const dataDirectory = resolve(root, flags.dataDirectory);
  const asked = stopWhenAsked();
  const local = await startLocal({
    assembly: join(root, 'cdk.out'),
    dataDirectory,
    ports,
    demo: flags.demo,
    fresh: flags.fresh,
    progress: (line) => {
      console.log(`${line} …`);
    },
  });
  console.log(closingWords(local));
  console.log(`(up after ${((Date.now() - began) / 1000).toFixed(1)} s)`);
  await asked;
  await stop(local);
}

/** Resolves at Ctrl-C, SIGTERM or when the terminal goes away. */
function stopWhenAsked(): Promise<void> {
  return new Promise((resolveAsked) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolveAsked();
      });
    }
  });
}

async function stop(local: Local): Promise<void> {
  console.log('\nStopping …');
  await local.stop();
  console.log('Stopped.');
}

/** What went wrong, with what lay under it; the stack only of what nobody expected. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const under = error.cause === undefined ? '' : `\n  because: ${wordsOf(error.cause)}`;
  return `${error.message}${under}`;
}
