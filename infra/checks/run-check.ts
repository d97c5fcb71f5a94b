import { spawn } from 'node:child_process';
import { root } from '../setup/root.mjs';
import { stopWith } from '../setup/stop-with.ts';

/** One of the checks of `npm run check`. */
export interface Check {
  /** The first word is what `npm run check -- <word>` takes. */
  readonly name: string;
  /** What this Node runs, from the repository's folder. */
  readonly args: readonly string[];
  /** A file without which the check has nothing to look at. */
  readonly needs?: string;
}

/** Runs a check in its own process. `output` is what it said, on both streams; `ms` is wall time. */
export function runCheck({ args }: Check): Promise<{ ok: boolean; ms: number; output: string }> {
  const began = Date.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    stopWith(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        output += text;
      });
    }
    child.on('close', (code) => {
      done({ ok: code === 0, ms: Date.now() - began, output });
    });
  });
}
