import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmStep } from './progress.mjs';
import { root } from './root.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.haemdiary-installed');
const json = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));

/** What decides the content of node_modules: the lock file and the parts of package.json that npm installs from. */
function wanted() {
  const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = json(
    join(root, 'package.json'),
  );
  const parts = [dependencies, devDependencies, optionalDependencies, overrides, allowScripts];
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(JSON.stringify(parts))
    .digest('hex');
}

/** Whether someone's own `npm install` has already put there what the lock file says: then there is no need to wait. */
function alreadyThere() {
  const hidden = join(modules, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = json(hidden).packages;
  const locked = Object.entries(json(join(root, 'package-lock.json')).packages).filter(
    ([path]) => path !== '',
  );
  return (
    locked.every(
      ([path, { version, optional }]) =>
        installed[path]?.version === version || (optional && !installed[path]),
    ) && Object.keys(installed).every((path) => existsSync(join(root, path)))
  );
}

/** Installs exactly what the lock file says, once; nothing is done while the stamp in node_modules agrees. */
export async function ensureDependencies() {
  const now = wanted();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  if (!alreadyThere()) await npmStep('Installing dependencies (a minute or so, once)', ['ci']);
  writeFileSync(stamp, now);
}
