import type { Local } from './local-options.ts';

/** The block a start ends with: where everything is, who can sign in, how to stop. */
export function closingWords({ addresses, accounts }: Pick<Local, 'addresses' | 'accounts'>): string {
  const widest = Math.max(...Object.keys(addresses).map((name) => name.length));
  const where = Object.entries(addresses).map(([name, url]) => `  ${name.padEnd(widest)}  ${url}`);
  const columns = accounts.map(({ site, role, username, password, totpSecret }) => [
    site,
    role,
    username,
    password,
    totpSecret === undefined ? '' : 'and a code',
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...columns.map((row) => (row[column] ?? '').length)),
  );
  const who = columns.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  const demo =
    who.length === 0 ? ['No demo accounts.'] : ['Demo accounts (codes are on the console page):', ...who];
  return [
    '',
    'Haemdiary is up:',
    ...where,
    '',
    ...demo,
    '',
    'Stop with Ctrl-C. What was entered is kept; --fresh forgets it.',
  ].join('\n');
}
