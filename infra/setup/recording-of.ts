import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Has the local runs of a group of tests leave the requests they decided in `coverage/iam`, for `npm run iam:report`,
 * in place of those of the last time.
 *
 * @returns what the tests' environment needs for it: nothing where a filter leaves some of the tests out, as what
 *   those would have used would look unused.
 */
export function recordingOf(projects: readonly string[], flags: readonly string[]): Record<string, string> {
  if (flags.length > 0) return {};
  const directory = join(root, 'coverage', 'iam', projects.join('-'));
  rmSync(directory, { recursive: true, force: true });
  return { HAEMDIARY_IAM_RECORD: directory };
}
