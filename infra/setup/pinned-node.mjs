import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmStep } from './progress.mjs';
import { root } from './root.mjs';

const file = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * The file of the Node the functions also run on in the cloud, checked by asking it. The `node` package fetches it in
 * its install script, which npm may have been told to skip, so a missing one is fetched once more before giving up.
 * @returns {Promise<string>}
 */
export async function ensurePinnedNode() {
  const wanted = `v${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node}`;
  const version = () => spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  if (version() === wanted) return file;
  await npmStep(`Fetching Node ${wanted}`, ['rebuild', 'node', '--ignore-scripts=false']);
  if (version() === wanted) return file;
  throw new Error(
    `Node ${wanted} could not be installed in node_modules/node: there may be none for ${process.platform} ` +
      `${process.arch}, or install scripts are switched off. Delete node_modules and run the command again with ` +
      'npm_config_ignore_scripts=false.',
  );
}
