import { join } from 'node:path';
import { type Plugin, runnerImport } from 'vite';

const PLACE = '<!-- SIGN-IN -->';

/** What the modules of the first page ask a browser for while they are loaded. */
const window = { location: { pathname: '/' } };

/** Draws a site's sign-in without a browser, from the components that draw it in one. */
async function drawn(root: string): Promise<string> {
  Object.assign(globalThis, { window });
  try {
    const { module } = await runnerImport<{ readonly signInFrame: () => string }>(
      join(root, 'sign-in-frame.tsx'),
      { configFile: false, root, oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } },
    );
    return module.signInFrame();
  } finally {
    Reflect.deleteProperty(globalThis, 'window');
  }
}

/**
 * Puts the sign-in into the document, so that somebody new on a slow network reads it as soon as the styles are there.
 * Nothing in it can be used until the scripts have drawn the same over it. A site without a place for it gets none.
 */
export const drawnSignIn = (root: string): Plugin => ({
  name: 'drawn-sign-in',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: async (html) => (html.includes(PLACE) ? html.replace(PLACE, await drawn(root)) : html),
  },
});
