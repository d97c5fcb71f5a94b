import { gzipSync } from 'node:zlib';

/** A file of Vite's output, as far as its weight goes. */
export interface BuiltFile {
  readonly fileName: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
  readonly isEntry?: boolean;
  readonly moduleIds?: readonly string[];
  readonly imports?: readonly string[];
}

/** Bytes, as gzip makes them. */
export interface Weight {
  /** Until the page is drawn. */
  readonly script: number;
  readonly styles: number;
  /** Script, styles and the document. */
  readonly all: number;
}

/** What the diary's first page may weigh: that of somebody new, and Home of who is signed in. */
export const BUDGET: Weight = { script: 25_000, styles: 15_000, all: 45_000 };

const gzipped = ({ code, source }: BuiltFile): number => gzipSync(code ?? source ?? '', { level: 9 }).length;
const sum = (files: readonly BuiltFile[]): number => files.reduce((total, file) => total + gzipped(file), 0);

/** The chunks that hold these modules, and everything they import statically. */
function closure(files: readonly BuiltFile[], isStart: (file: BuiltFile) => boolean): readonly BuiltFile[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    files.find(({ fileName }) => fileName === name)?.imports?.forEach(add);
  };
  files.filter(isStart).forEach(({ fileName }) => {
    add(fileName);
  });
  return files.filter(({ fileName }) => found.has(fileName));
}

/**
 * What a first visit downloads before a page is drawn.
 *
 * @param pages modules that are loaded besides the entry, such as `/home-page.tsx`; none for a page of the entry's own
 */
export function weigh(files: readonly BuiltFile[], pages: readonly string[] = []): Weight {
  const isWanted = ({ isEntry, moduleIds = [] }: BuiltFile): boolean =>
    isEntry === true || moduleIds.some((id) => pages.some((page) => id.endsWith(page)));
  const early = files.filter(({ fileName }) => fileName.includes('first-paint'));
  const script = sum(closure(files, isWanted)) + sum(early);
  const styles = sum(files.filter(({ fileName }) => fileName.endsWith('.css')));
  const page = sum(files.filter(({ fileName }) => fileName === 'index.html'));
  return { script, styles, all: script + styles + page };
}

const SIGN_IN = ['/sign-in-page.tsx'];
const HOME = ['/home-page.tsx'];
/** Fetched beside the diary that it shows, or after it was drawn. */
const AFTER_HOME = [
  ...HOME,
  'diary/home/parts.ts',
  '/diary/elsewhere.tsx',
  '/outbox/outbox.ts',
  '/device/copies.ts',
  '/device/copy-read.ts',
];

/** The diary's weights: somebody new; who is signed in; and the script of Home with what it fetches by itself later. */
export const weighDiary = (
  files: readonly BuiltFile[],
): { readonly signIn: Weight; readonly home: Weight; readonly later: number } => ({
  signIn: weigh(files, SIGN_IN),
  home: weigh(files, HOME),
  later: weigh(files, AFTER_HOME).script - weigh(files, HOME).script,
});
