import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The files the first page needs: the entry, what it imports statically, and its styles. */
type Output = Record<string, { type: string; fileName: string; isEntry?: boolean; imports?: string[] }>;
const firstLoad = (bundle: Output): string[] => {
  const found = new Set<string>();
  const add = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    bundle[file]?.imports?.forEach(add);
  };
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk' && file.isEntry === true) add(file.fileName);
    if (file.type === 'asset' && /\/index-.*\.css$/.test(file.fileName)) add(file.fileName);
  }
  return [...found].map((file) => `/${file}`);
};

/**
 * Emits the site's service worker with the list of files of its shell. The list changes with every build, so a
 * new build is a new worker; a site without a worker file gets none.
 */
export const shellWorker = (source: string): Plugin => ({
  name: 'shell-worker',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      if (!existsSync(source)) return;
      const shell = ['/', ...firstLoad(bundle as unknown as Output), '/manifest.webmanifest', '/icon.svg'];
      const version = createHash('sha256').update(JSON.stringify(bundle)).digest('hex').slice(0, 12);
      const code = readFileSync(source, 'utf8')
        .replace("'SHELL_VERSION'", JSON.stringify(version))
        .replace("['SHELL_FILES']", JSON.stringify(shell));
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: code });
    },
  },
});
