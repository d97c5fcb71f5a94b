import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as z from 'zod';
import { routes } from '#contracts/routes.ts';
import { root } from '../setup/root.mjs';
import { authorisationPage } from './authorisation-page.ts';
import { dataModel } from './data-model.ts';
import { driftOf } from './drift.ts';
import { openApi } from './openapi.ts';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const document = await openApi(routes, version);
const { valid, errors } = await new Validator().validate(structuredClone(document));
if (!valid) throw new Error(`The document is not valid OpenAPI 3.1: ${JSON.stringify(errors)}`);

const pages = new Map([
  ['docs/openapi.json', `${JSON.stringify(document, null, 2)}\n`],
  ['docs/data-model.md', dataModel()],
  ['docs/authorisation.md', authorisationPage()],
]);

const write = process.argv.includes('--write');
for (const [page, content] of pages) {
  const file = join(root, page);
  if (write) {
    writeFileSync(file, content);
    console.log(`Wrote ${page}.`);
    continue;
  }
  const drift = driftOf(existsSync(file) ? readFileSync(file, 'utf8') : '', content);
  if (drift !== undefined) {
    console.log(`${page} is not what the code says (run \`npm run docs\`): ${drift}`);
    process.exitCode = 1;
  }
}

// The web's own generated files: small tables that keep zod out of the pages.
for (const generator of ['web/generate-route-paths.ts', 'web/generate-allowed-jobs.ts']) {
  const { status } = spawnSync(process.execPath, [join(root, generator), ...(write ? [] : ['--check'])], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
