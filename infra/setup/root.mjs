import { fileURLToPath } from 'node:url';

/** The repository's folder, whatever the current directory is and whatever its path contains. No slash at the end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
