import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/root.mjs';

const outputs = new Set(['node_modules', '.git', 'cdk.out', 'coverage', '.local', 'dist', 'shots']);
const text = /(\.(ts|tsx|mjs|js|json|md|css|html|svg|yml|yaml|txt)|^LICENSE|^\.[a-z]+|\/run)$/;

/** Every text file that is or could be committed, by its path with forward slashes. Needs no git: a copy will do. */
export function repositoryFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !outputs.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return repositoryFiles(path);
      return entry.isFile() && text.test(path) ? [path] : [];
    });
}
