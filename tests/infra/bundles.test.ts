import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  bundleFunctions,
  FUNCTION_ENTRIES,
  type FunctionName,
} from '../../infra/constructs/function-bundles.ts';
import { root } from './support/synthesise.ts';

const into = mkdtempSync(join(tmpdir(), 'haemdiary-bundles-'));
const bundles = bundleFunctions(root, into);
const names = Object.keys(FUNCTION_ENTRIES) as FunctionName[];

/** What every function may be given; a bundle that needs nothing else loads with these. */
const environment = {
  TABLE_NAME: 'table',
  ACCOUNT_SCOPE_ROLE: 'arn:aws:iam::000000000000:role/account',
  DIARY_SCOPE_ROLE: 'arn:aws:iam::000000000000:role/diary',
  PAIR_SCOPE_ROLE: 'arn:aws:iam::000000000000:role/pair',
  LATE_SCOPE_ROLE: 'arn:aws:iam::000000000000:role/late',
  CENTRE_SCOPE_ROLE: 'arn:aws:iam::000000000000:role/centre',
  EXPORT_BUCKET: 'exports',
  ARCHIVE_BUCKET: 'archive',
  PATIENTS_POOL_ID: 'eu-west-2_patients',
  PATIENTS_CLIENT_ID: 'patients',
  STAFF_POOL_ID: 'eu-west-2_staff',
  STAFF_CLIENT_ID: 'staff',
  REGISTRY_POOL_ID: 'eu-west-2_registry',
  REGISTRY_CLIENT_ID: 'registry',
  MAIL_FROM: 'no-reply@haemdiary.example',
  MAIL_CONFIGURATION_SET: 'mail',
  DIARY_URL: 'https://diary.haemdiary.example',
  CENTRE_URL: 'https://centre.haemdiary.example',
  REGISTRY_URL: 'https://registry.haemdiary.example',
  ORIGIN_SECRET: 'not a secret',
  AWS_REGION: 'eu-west-2',
};

describe('the bundle of', () => {
  test.each(names)('%s loads as an ES module and exports its handler', (name) => {
    const code = `import(${JSON.stringify(join(bundles[name], 'index.mjs'))}).then((it) => console.log(typeof it.handler))`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], {
      env: environment,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe('function');
  });

  test.each(names)('%s is under 1.2 MB and has its source map beside it', (name) => {
    expect(statSync(join(bundles[name], 'index.mjs')).size).toBeLessThan(1_200_000);
    expect(readFileSync(join(bundles[name], 'index.mjs.map'), 'utf8')).toContain(FUNCTION_ENTRIES[name]);
  });
});

test('the same code makes the same bundle wherever it is made', () => {
  const again = bundleFunctions(root, mkdtempSync(join(tmpdir(), 'haemdiary-bundles-')));
  for (const name of names)
    expect(readFileSync(join(again[name], 'index.mjs'))).toEqual(
      readFileSync(join(bundles[name], 'index.mjs')),
    );
});

describe('the writer of PDFs', () => {
  test.each(names)('is no part of what %s reads at its start', (name) => {
    // As a yes or no: what isn't there would be printed with the whole bundle.
    expect(readFileSync(join(bundles[name], 'index.mjs'), 'utf8').includes('StructTreeRoot')).toBe(false);
  });

  test.each(['diary', 'centre'] as const)(
    'is found with its typeface from the folder of %s alone',
    (name) => {
      // Moved to where no `node_modules` is above it, as in the cloud.
      const folder = mkdtempSync(join(tmpdir(), 'haemdiary-alone-'));
      cpSync(bundles[name], folder, { recursive: true });
      const page = {
        title: 'ŵ',
        lead: [],
        bands: [],
        foot: [],
        madeAt: '2026-11-22T10:00:00Z',
        language: 'cy',
      };
      writeFileSync(
        join(folder, 'write.mjs'),
        `const { drawClinicPage } = await import('#adapters/pdf/draw-clinic-page.ts');
       console.log(Buffer.from(await drawClinicPage(${JSON.stringify(page)})).subarray(0, 8).toString());`,
      );
      const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'write.mjs')], {
        encoding: 'utf8',
      });
      expect([stderr, stdout.trim()]).toEqual(['', '%PDF-1.7']);
      expect(readFileSync(join(folder, 'node_modules/@fontsource/noto-sans/LICENSE'), 'utf8')).toContain(
        'SIL OPEN FONT LICENSE',
      );
    },
  );
});
