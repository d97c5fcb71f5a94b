import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '#contracts/routes.ts';

// Pages hide what a job isn't allowed to do. Who is allowed is the contract's to say, so the list is made from it.
// `--check` writes nothing and fails when the file differs from the contract.
const target = join(import.meta.dirname, 'shared/api/allowed-jobs.ts');
const rows = routes.flatMap(({ name, groups }) =>
  groups === 'everyone' ? [] : [`  '${name}': [${groups.map((group) => `'${group}'`).join(', ')}],`],
);
const text = `// Made from shared/contracts/routes.ts by web/generate-allowed-jobs.ts; don't edit.
import type { RouteName } from '#contracts/routes.ts';
import type { RegistryJob, StaffJob } from '#domain/vocabulary.ts';

/** The jobs that may call a route; a route that isn't here is for everyone whom its pool signed in. */
export const allowedJobs: Partial<Record<RouteName, readonly (StaffJob | RegistryJob)[]>> = {
${rows.join('\n')}
};
`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error(
      'web/shared/api/allowed-jobs.ts differs from the contract: run node web/generate-allowed-jobs.ts',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
}
