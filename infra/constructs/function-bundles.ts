import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';
import { typefaceFiles } from './typeface-files.ts';

/** Every function once, by the name the routes use for it, and the file whose `handler` it runs. */
export const FUNCTION_ENTRIES = {
  diary: 'functions/api/diary.ts',
  centre: 'functions/api/centre.ts',
  registry: 'functions/api/registry.ts',
  session: 'functions/api/session.ts',
  'overdue-sweep': 'functions/jobs/overdue-sweep.ts',
  'mail-events': 'functions/jobs/mail-events.ts',
  outbox: 'functions/streams/outbox.ts',
  archive: 'functions/streams/archive.ts',
  'pre-token': 'functions/triggers/pre-token.ts',
  'custom-message': 'functions/triggers/custom-message.ts',
} as const;

export type FunctionName = keyof typeof FUNCTION_ENTRIES;

/** Folder of each function's `index.mjs` and source map. */
export type FunctionBundles = Readonly<Record<FunctionName, string>>;

const functionNames = Object.keys(FUNCTION_ENTRIES) as FunctionName[];

/** Two syntheses may run at once (tests beside a local run): a file is replaced whole, and only when it differs. */
const writeWhole = (path: string, contents: Uint8Array): void => {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${String(process.pid)}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
};

/** What is bundled apart from the functions that write PDFs, and loaded by the first that is asked for. */
const LATER = { name: '#adapters/pdf/draw-clinic-page.ts', entry: 'shared/adapters/pdf/draw-clinic-page.ts' };
const WITH_LATER = ['diary', 'centre'] as const satisfies readonly FunctionName[];

const settings = {
  write: false,
  bundle: true,
  minify: true,
  // Names of classes and functions stay readable in stack traces and logs.
  keepNames: true,
  sourcemap: 'linked',
  // The maps point at the repository; carrying the sources too would double each upload.
  sourcesContent: false,
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // Packages' ESM builds need no `require` shim and lose unused code.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;

/**
 * The writer of PDFs with its typeface, beside the bundles that have it: 0.9 MB that no start of a function reads. The
 * import in the code keeps its name, which the folder's own `package.json` answers.
 */
const writeLater = (root: string, into: string): void => {
  const { outputFiles } = buildSync({
    ...settings,
    absWorkingDir: root,
    entryPoints: { later: LATER.entry },
    outdir: into,
  });
  const manifest = { type: 'module', imports: { [LATER.name]: './later.mjs' } };
  for (const name of WITH_LATER) {
    const folder = join(into, name);
    for (const { path, contents } of outputFiles) writeWhole(join(folder, basename(path)), contents);
    writeWhole(join(folder, 'package.json'), Buffer.from(JSON.stringify(manifest)));
    for (const [path, file] of typefaceFiles(root)) writeWhole(join(folder, path), readFileSync(file));
  }
};

/**
 * Bundles all functions in one run of esbuild: one second instead of one process for each function.
 *
 * @param root folder of the repository
 * @param into folder that gets one folder a function
 * @throws Error with esbuild's messages when an entry is missing or does not build
 */
export const bundleFunctions = (
  root: string,
  into: string,
  entries: Readonly<Record<FunctionName, string>> = FUNCTION_ENTRIES,
): FunctionBundles => {
  const { outputFiles } = buildSync({
    ...settings,
    absWorkingDir: root,
    entryPoints: Object.fromEntries(functionNames.map((name) => [`${name}/index`, entries[name]])),
    outdir: into,
    external: [LATER.name],
  });
  for (const { path, contents } of outputFiles) writeWhole(path, contents);
  writeLater(root, into);
  return Object.fromEntries(functionNames.map((name) => [name, join(into, name)])) as Record<
    FunctionName,
    string
  >;
};
