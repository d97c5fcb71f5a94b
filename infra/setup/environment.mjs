import { delimiter, dirname, join } from 'node:path';
import { root } from './root.mjs';

/**
 * This process's environment with the pinned Node and the project's tools first on the PATH, so that everything a
 * command starts (the CDK CLI, its `app`, Vite) runs on the same Node.
 * @param {string} node the pinned Node's file
 * @returns {Record<string, string | undefined>}
 */
export function environment(node) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return {
    ...process.env,
    PATH: path,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    // What Node compiled of the tools and of our own TypeScript is kept: a command that is run again takes half as long.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'haemdiary', 'compiled'),
  };
}
