import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { enforcedSchema, recordedRequest, type Recording } from './recording.ts';

/** The runs whose templates had this IAM, and how many others were found. */
export interface Recordings {
  readonly recordings: readonly Recording[];
  readonly others: number;
}

/**
 * Reads every run that was recorded below a directory.
 *
 * @throws when a recording is not what the local run writes.
 */
export function readRecordings(directory: string, digest: string): Recordings {
  const all = globSync('**/policies.json', { cwd: directory }).map((file) => readOne(join(directory, file)));
  const recordings = all.filter(({ enforced }) => enforced.digest === digest);
  return { recordings, others: all.length - recordings.length };
}

function readOne(policies: string): Recording {
  const requests = join(dirname(policies), 'requests.jsonl');
  return {
    enforced: enforcedSchema.parse(JSON.parse(readFileSync(policies, 'utf8'))),
    requests: (existsSync(requests) ? readFileSync(requests, 'utf8') : '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => recordedRequest.parse(JSON.parse(line))),
  };
}
