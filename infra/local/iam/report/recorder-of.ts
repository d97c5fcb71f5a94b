import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from '../../cloud.ts';
import { loadAssembly } from '../../template/assembly.ts';
import { impliedRequests } from './implied-requests.ts';
import { digestOfIam, type Enforced } from './recording.ts';

/**
 * Keeps what a run decided, and by what, for `npm run iam:report`: a folder for each run in the one that
 * `HAEMDIARY_IAM_RECORD` names, as `npm test` does. Nothing is kept otherwise.
 *
 * @returns to be called when the run ends and no function is at work any more.
 */
export function recorderOf(
  { flushRequests }: { readonly flushRequests: () => void },
  cloud: Cloud,
  assembly: string,
): () => void {
  const directory = process.env['HAEMDIARY_IAM_RECORD'] ?? '';
  return () => {
    if (directory === '') return;
    flushRequests();
    const kept = join(directory, randomUUID());
    mkdirSync(kept, { recursive: true });
    const enforced: Enforced = {
      digest: digestOfIam(loadAssembly(assembly)),
      roles: [...cloud.roles.values()].map((role) => ({ ...role, policies: [...role.policies] })),
      resourcePolicies: [...cloud.resourcePolicies],
      implied: impliedRequests(cloud),
    };
    writeFileSync(join(kept, 'policies.json'), JSON.stringify(enforced));
    const requests = join(cloud.dataDirectory, 'iam', 'requests.jsonl');
    if (existsSync(requests)) copyFileSync(requests, join(kept, 'requests.jsonl'));
  };
}
