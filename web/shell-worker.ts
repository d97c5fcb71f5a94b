import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Emits the site's service worker with the list of the site's files. All pages are kept, not only the first, so that
 * every form and the emergency numbers open without a connection. The list changes with every build, so a new build
 * is a new worker; a site without a worker file gets none.
 */
export const shellWorker = (source: string): Plugin => ({
  name: 'shell-worker',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      if (!existsSync(source)) return;
      const built = Object.keys(bundle)
        .filter((file) => /\.(?:js|css)$/.test(file))
        .map((file) => `/${file}`);
      const shell = ['/', ...built.sort(), '/manifest.webmanifest', '/icon.svg'];
      const version = createHash('sha256').update(JSON.stringify(shell)).digest('hex').slice(0, 12);
      const code = readFileSync(source, 'utf8')
        .replace("'SHELL_VERSION'", JSON.stringify(version))
        .replace("['SHELL_FILES']", JSON.stringify(shell));
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: code });
    },
  },
});
