import { join } from 'node:path';
import { build } from 'vite';
import type { BuiltFile } from './weigh.ts';

/**
 * Builds one of the sites.
 *
 * @param write whether the files go to `web/dist`; else they are only answered
 */
export async function buildSite(site: string, write = true): Promise<readonly BuiltFile[]> {
  const result = await build({
    configFile: join(import.meta.dirname, 'vite.config.ts'),
    mode: site,
    logLevel: 'warn',
    build: { write },
  });
  return [result].flat().flatMap((built) => ('output' in built ? built.output : []));
}
