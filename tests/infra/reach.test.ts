import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { FUNCTION_ENTRIES } from '../../infra/constructs/function-bundles.ts';
import { resourcesOf, root, synthesise } from './support/synthesise.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

const PATTERN_FILES = globSync('shared/table/*patterns.ts', { cwd: root });
/** Each named query and the index it is asked of. */
const patterns = PATTERN_FILES.map(read)
  .join('\n')
  .split(/^export const /m)
  .slice(1)
  .map((text) => ({ name: /^\w+/.exec(text)?.[0] ?? '', index: /index: '(\w+)'/.exec(text)?.[1] }));

/** The indexes that the code of a bundle asks. */
const asked = async (entry: string): Promise<string[]> => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: 'index.mjs',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
  });
  const files = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .flatMap(([path, { bytesInOutput }]) => (path.startsWith('shared/') && bytesInOutput > 0 ? [path] : []));
  const code = files
    .filter((path) => !PATTERN_FILES.includes(path))
    .map(read)
    .join('\n');
  const used = patterns.filter(({ name }) => new RegExp(`\\b${name}\\(`).test(code));
  return [...new Set(used.flatMap(({ index }) => index ?? []))].sort();
};

const policies = z.array(
  z.object({ PolicyDocument: z.object({ Statement: z.array(z.looseObject({ Effect: z.string() })) }) }),
);
const templates = synthesise();
const allowedIndexes = (name: string): string[] => {
  const role = name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const found = Object.entries(resourcesOf(templates, 'AWS::IAM::Role')).flatMap(([id, { Properties }]) =>
    id.startsWith(`${role}Runs`) ? policies.parse(Properties['Policies']) : [],
  );
  const statements = found.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  const text = JSON.stringify(statements.filter(({ Effect }) => Effect === 'Allow'));
  return [...new Set([...text.matchAll(/\/index\/(\w+)/g)].map(([, index = '']) => index))].sort();
};

describe('the indexes a function may query', () => {
  test.each(Object.entries(FUNCTION_ENTRIES))('%s: are those its code asks', async (name, entry) => {
    expect(allowedIndexes(name)).toEqual(await asked(entry));
  });

  test('are found in the patterns at all', () => {
    expect(patterns.filter(({ index }) => index !== undefined).length).toBeGreaterThan(4);
  });
});
