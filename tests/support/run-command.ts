import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs one of the operators’ commands as a person would: its exit code, and what it printed (what went wrong, where it failed). */
export const runCommand = (
  program: string,
  flags: readonly string[],
): Promise<{ readonly code: number; readonly said: string }> =>
  run(process.execPath, [program, ...flags]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: unknown) => {
      if (typeof error !== 'object' || error === null || !('code' in error) || !('stderr' in error))
        throw error;
      const printed = 'stdout' in error ? String(error.stdout) : '';
      return { code: Number(error.code), said: printed + String(error.stderr) };
    },
  );
