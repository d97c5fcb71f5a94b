import { existsSync, readFileSync } from 'node:fs';
import { type Plugin, type Rolldown } from 'vite';
import { languageCatalogue } from './shared/words/language-catalogue.ts';

type Bundle = Rolldown.OutputBundle;

/** Pages that somebody may open first; the document itself asks for the sign-in's. `/` is Home, for who comes back. */
const PAGES = {
  '/': ['/home-page.tsx', 'diary/home/parts.ts', '/device/copies.ts', '/device/copy-read.ts'],
  '/emergency': ['/emergency-page.tsx'],
  '/help': ['/help-page.tsx'],
  '/statement': ['/statement-page.tsx'],
};

/** The chunks that hold these modules with what they import statically, as addresses. */
function chunksOf(bundle: Bundle, isStart: (id: string) => boolean): string[] {
  const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    chunks.find(({ fileName }) => fileName === name)?.imports.forEach(add);
  };
  chunks
    .filter(({ moduleIds }) => moduleIds.some(isStart))
    .forEach(({ fileName }) => {
      add(fileName);
    });
  return [...found].map((name) => `/${name}`);
}

const ofFile =
  (...ends: readonly string[]) =>
  (id: string): boolean =>
    ends.some((end) => id.endsWith(end));
const entryOf = (bundle: Bundle): string[] => chunksOf(bundle, ofFile('/main.tsx'));
const without = (files: readonly string[], known: readonly string[]): string[] =>
  files.filter((file) => !known.includes(file));

/** The sign-in's files that the document does not ask for anyway. */
const signInOf = (bundle: Bundle): string[] =>
  without(chunksOf(bundle, ofFile('/sign-in-page.tsx')), entryOf(bundle));

const pagesOf = (bundle: Bundle): Record<string, string[]> => {
  const known = [...entryOf(bundle), ...signInOf(bundle)];
  return Object.fromEntries(
    Object.entries(PAGES).map(([path, ends]) => [path, without(chunksOf(bundle, ofFile(...ends)), known)]),
  );
};

/** Each offered language: which way it runs, and the files of its words. */
const offered = (bundle: Bundle): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(languageCatalogue).flatMap(([code, { state, direction }]) =>
      state === 'to-be-made'
        ? []
        : [
            [
              code,
              [
                direction,
                ...without(chunksOf(bundle, ofFile(`/words/${code}/patient-words.ts`)), entryOf(bundle)),
              ],
            ],
          ],
    ),
  );

/**
 * Puts a small script before the page's styles: the policy allows no inline script, and a module runs too late to
 * choose the theme that is painted first. The code of the page that comes first is asked for at once: that of the
 * sign-in by the document, because that is what somebody new sees, that of the others by the script. A site without
 * the file gets neither.
 */
export const firstPaint = (source: string): Plugin => ({
  name: 'first-paint',
  apply: 'build',
  generateBundle(_options, bundle) {
    if (!existsSync(source)) return;
    const code = readFileSync(source, 'utf8')
      .replace("{ LANGUAGES: ['ltr'] }", JSON.stringify(offered(bundle)))
      .replace("{ PAGES: [''] }", JSON.stringify(pagesOf(bundle)))
      .replaceAll(/^\s*\/\/.*\n/gm, '');
    this.emitFile({ type: 'asset', name: 'first-paint.js', source: code });
  },
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const script = Object.keys(bundle).find((name) => /first-paint.*\.js$/.test(name));
      if (script === undefined) return [];
      return [
        { tag: 'script', attrs: { src: `/${script}` }, injectTo: 'head-prepend' as const },
        ...signInOf(bundle).map((href) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href },
          injectTo: 'head' as const,
        })),
      ];
    },
  },
});
