import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { languageCatalogue } from './shared/words/language-catalogue.ts';

/**
 * Puts a small script before the page's styles: the policy allows no inline script, and a module runs too late to
 * choose the theme that is painted first. A site without the file gets none.
 */
export const firstPaint = (source: string): Plugin => ({
  name: 'first-paint',
  apply: 'build',
  buildStart() {
    if (!existsSync(source)) return;
    const offered = Object.entries(languageCatalogue).filter(([, { state }]) => state !== 'to-be-made');
    const directions = Object.fromEntries(offered.map(([code, { direction }]) => [code, direction]));
    const code = readFileSync(source, 'utf8')
      .replace("{ LANGUAGES: 'ltr' }", JSON.stringify(directions))
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
