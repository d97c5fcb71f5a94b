import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../infra/setup/root.mjs';

const pathsIn = (file: string, pattern: RegExp): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map((match) => match[1] ?? '');

const TABLE = /\bpath: '([^']+)'/gu;
const SIGNED_OUT = /path === '([^']+)'/gu;

/**
 * Every page's path of a site, read from the site's own route tables. Read as text: the modules draw pages and need a
 * browser.
 */
export const pathsOf = {
  diary: () => [
    ...globSync('web/diary/{,rights/}*-routes.{ts,tsx}', { cwd: root }).flatMap((file) =>
      pathsIn(file, TABLE),
    ),
    // Home is in no table: the list of the other pages is fetched after it.
    ...pathsIn('web/diary/app.tsx', SIGNED_OUT),
  ],
  centre: () => [
    ...pathsIn('web/centre/pages.ts', TABLE),
    ...pathsIn('web/shared/staff/signed-out-routes.tsx', SIGNED_OUT),
  ],
  registry: () => [
    ...pathsIn('web/registry/pages.ts', TABLE),
    ...pathsIn('web/shared/staff/signed-out-routes.tsx', SIGNED_OUT),
  ],
};
