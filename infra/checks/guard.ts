import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Temporal } from 'temporal-polyfill';
import { guardChanges } from './guard-changes.ts';

/** Reads `cdk diff --all --context-lines 100000` from its input, and fails when the deployment must not go on. */
const refusals = guardChanges({
  diff: await text(process.stdin),
  waivers: JSON.parse(readFileSync(join(import.meta.dirname, 'change-waivers.json'), 'utf8')),
  today: Temporal.Now.plainDateISO('UTC'),
});
if (refusals.length > 0) {
  console.error(`Not deployed:\n${refusals.map((refusal) => `  ${refusal}`).join('\n')}`);
  console.error('Change one index at a time; move data before replacing what holds it (docs/deploy.md).');
  process.exitCode = 1;
}
