import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../infra/setup/root.mjs';

const page = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8');
const ROW = /^\| (\d+\.\d+\.\d+) *\|[^|]*\| (met|platform|part|open|n\/a) *\| *(\S)/gmu;
const rows = [...page.matchAll(ROW)].map(([, id, standing]) => ({ id, standing }));

it('the page of the ASVS says of each requirement once how it stands, and counts them right', () => {
  expect(page.match(/^\| \d+\.\d+\.\d+ /gmu)).toHaveLength(rows.length);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const count = (of: string) => rows.filter(({ standing }) => standing === of).length;
  expect(page).toContain(
    `Of ${String(rows.length)}: ${String(count('met'))} met, ${String(count('platform'))} platform, ` +
      `${String(count('part'))} part, ${String(count('open'))} open, ${String(count('n/a'))} n/a.`,
  );
});
