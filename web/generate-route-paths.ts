import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '#contracts/routes.ts';

// The pages need a route's method and path but not its zod schemas (83 kB), so these are written out once.
// `--check` writes nothing and fails when the file differs from the contract.
const target = join(import.meta.dirname, 'shared/api/route-paths.ts');
/** As the formatter writes it: quoted only where it has to be. */
const property = (name: string): string => (/^\w+$/u.test(name) ? name : `'${name}'`);
const rows = routes.map(({ name, method, path }) => `  ${property(name)}: '${method} ${path}',`);
const text = `// Made from shared/contracts/routes.ts by web/generate-route-paths.ts; don't edit.
import type { RouteName } from '#contracts/routes.ts';

/** Method and path of every route, by its name. */
export const routePaths = {
${rows.join('\n')}
} as const satisfies Record<RouteName, string>;
`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error(
      'web/shared/api/route-paths.ts differs from the contract: run node web/generate-route-paths.ts',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
}
