import { existsSync, readFileSync } from 'node:fs';
import { type Plugin, type Rolldown } from 'vite';
import { languageCatalogue } from './shared/words/language-catalogue.ts';

type Bundle = Rolldown.OutputBundle;

/** The chunk of a page with what it imports statically, as addresses. */
function chunksOf(bundle: Bundle, page: string): string[] {
  const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    chunks.find(({ fileName }) => fileName === name)?.imports.forEach(add);
  };
  const start = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(page)));
  if (start !== undefined) add(start.fileName);
  return [...found].map((name) => `/${name}`);
}

const offered = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(languageCatalogue).flatMap(([code, { state, direction }]) =>
      state === 'to-be-made' ? [] : [[code, direction]],
    ),
  );

/**
 * Puts a small script before the page's styles: the policy allows no inline script, and a module runs too late to
 * choose the theme that is painted first. It also asks at once for the code of the page that comes first. A site
 * without the file gets none.
 */
export const firstPaint = (source: string): Plugin => ({
  name: 'first-paint',
  apply: 'build',
  generateBundle(_options, bundle) {
    if (!existsSync(source)) return;
    const code = readFileSync(source, 'utf8')
      .replace("{ LANGUAGES: 'ltr' }", JSON.stringify(offered()))
      .replace("['SIGN_IN']", JSON.stringify(chunksOf(bundle, '/sign-in-page.tsx')))
      .replace("['HOME']", JSON.stringify(chunksOf(bundle, '/home-page.tsx')))
      .replaceAll(/^\s*\/\/.*\n/gm, '');
    this.emitFile({ type: 'asset', name: 'first-paint.js', source: code });
  },
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      const script = Object.keys(bundle ?? {}).find((name) => /first-paint.*\.js$/.test(name));
      return script === undefined
        ? []
        : [{ tag: 'script', attrs: { src: `/${script}` }, injectTo: 'head-prepend' }];
    },
  },
});
