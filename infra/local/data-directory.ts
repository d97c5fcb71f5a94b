import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const UNFINISHED = 'demo-unfinished';

/** Everything the local run keeps in its data directory. `--fresh` removes these and nothing else: the directory may be anyone's. */
const KEPT = [
  'tables',
  'objects',
  'mails',
  'cognito.json',
  'queues',
  'iam',
  'logs',
  'remembered.json',
  'accounts.json',
  UNFINISHED,
];
const LOCK = 'running.pid';

/** Notes that a demo is being made: half of one is of no use to anybody, so the next start begins again. */
export function noteUnfinished(directory: string): { readonly finished: () => void } {
  const file = join(directory, UNFINISHED);
  writeFileSync(file, '');
  return {
    finished: () => {
      rmSync(file, { force: true });
    },
  };
}

/** Whether a start was broken off while it made the demo. */
export function isUnfinished(directory: string): boolean {
  return existsSync(join(directory, UNFINISHED));
}

/** Removes what earlier runs left. */
export function clearDataDirectory(directory: string): void {
  for (const name of KEPT) rmSync(join(directory, name), { recursive: true, force: true });
}

/**
 * Takes the directory for this process.
 *
 * @returns how to give it back.
 * @throws when another process of this machine is running on it.
 */
export function lockDataDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, LOCK);
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
  if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
    throw new Error(
      `The data in ${directory} is in use by process ${String(holder)}; choose another with --data DIR`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => {
    rmSync(file, { force: true });
  };
}

/** A log of the local run itself, as opposed to those of its functions. */
export function openLog(directory: string): (line: string) => void {
  mkdirSync(join(directory, 'logs'), { recursive: true });
  const file = join(directory, 'logs', 'local-run.log');
  return (line) => {
    appendFileSync(file, `${new Date().toISOString()} ${line}\n`);
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but alive.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
