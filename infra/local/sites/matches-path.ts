import { fitsWildcard } from '../template/wildcard.ts';

/** Whether a path fits a behaviour's pattern; the pattern's first slash may be left out. */
export function matchesPath(pattern: string, path: string): boolean {
  return fitsWildcard(pattern.startsWith('/') || pattern.startsWith('*') ? pattern : `/${pattern}`, path);
}
