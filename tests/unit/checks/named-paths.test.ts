import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../infra/setup/root.mjs';

const PATH = /(?<![\w/.-])(?:tests|infra|shared|functions|docs|web\/shared)\/[\w./-]*\w(?![\w*-])/gu;

/** Pages whose claims rest on the files they name. */
const pages = [
  'SECURITY.md',
  'CONTRIBUTING.md',
  ...globSync('docs/{,security/,runbooks/,adr/}*.md', { cwd: root }),
];

it.each(pages)('%s names files that are there', (page) => {
  const named = [...readFileSync(join(root, page), 'utf8').matchAll(PATH)].map(([path]) => path);
  const missing = [...new Set(named)].filter((path) => !existsSync(join(root, path)));
  expect(missing).toEqual([]);
});

it('finds the files that a page names', () => {
  expect('see `tests/unit/a.test.ts`, docs/x.md.'.match(PATH)).toEqual(['tests/unit/a.test.ts', 'docs/x.md']);
});
