import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = 'node_modules/@fontsource/noto-sans';
const NEEDED = /-(?:400|700)-normal\.woff$/;

/**
 * The files of the typeface that PDFs are written in, with its licence, which asks to go with them. They lie beside a
 * bundle as they do in the repository, so that the code finds them by the same name.
 *
 * @returns path below the bundle → file
 */
export const typefaceFiles = (root: string): ReadonlyMap<string, string> => {
  const files = readdirSync(join(root, PACKAGE, 'files')).filter((name) => NEEDED.test(name));
  const all = ['package.json', 'LICENSE', '400.css', '700.css', ...files.map((name) => `files/${name}`)];
  return new Map(all.map((name) => [`${PACKAGE}/${name}`, join(root, PACKAGE, name)]));
};
