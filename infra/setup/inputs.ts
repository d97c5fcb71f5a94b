import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Every file of a path, itself if it is one; folders that are outputs are left out. */
function filesOf(path: string): string[] {
  const whole = join(root, path);
  if (!existsSync(whole)) return [];
  if (statSync(whole).isFile()) return [path];
  return readdirSync(whole, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== '.made-from')
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => path.includes('dist') || !/[\\/](dist|node_modules)[\\/]/.test(file));
}

/**
 * A digest of the names and contents of everything an output is made from.
 * @param paths files and folders of the repository
 * @param except what within them has no part in the output
 */
export function digestOf(paths: readonly string[], except: readonly string[] = []): string {
  const digest = createHash('sha256');
  const files = paths
    .flatMap(filesOf)
    .filter((file) => !except.some((path) => file.startsWith(join(path, '/'))));
  for (const file of files.sort())
    digest
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return digest.digest('hex');
}
