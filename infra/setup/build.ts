import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './inputs.ts';
import { withLock } from './lock.mjs';
import { root } from './root.mjs';

/** Runs one of the project's tools on this same Node, its output shown only when it fails. */
function tool(what: string, args: string[]): void {
  const began = Date.now();
  console.log(`${what} …`);
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${what} failed:\n${stdout}${stderr}`);
  console.log(`  done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/** Makes an output unless the stamp inside it says it was made from the same inputs. */
function unlessMade(output: string, inputs: string, make: () => void): void {
  const stamp = join(root, output, '.made-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return;
  rmSync(stamp, { force: true });
  make();
  writeFileSync(stamp, inputs);
}

const lockFile = 'package-lock.json';

/** Builds the three sites into web/dist when what they are made from has changed. */
export function buildSites(): void {
  if (!existsSync(join(root, 'web', 'build.mjs'))) return;
  const inputs = digestOf([
    'web',
    'shared/domain',
    'shared/contracts',
    'shared/catalogue',
    lockFile,
    'infra/setup',
  ]);
  unlessMade('web/dist', inputs, () => {
    tool('Building the three sites', ['web/build.mjs']);
  });
}

/** Synthesises through the CDK CLI, as a deploy would; no call home and no account needed. */
function synthesise(): void {
  const notOfTheTemplate = ['infra/local', 'infra/checks'];
  const inputs = digestOf(
    ['infra', 'functions', 'shared', 'web/dist', 'cdk.json', lockFile],
    notOfTheTemplate,
  );
  unlessMade('cdk.out', inputs, () => {
    tool('Synthesising the templates', ['node_modules/aws-cdk/bin/cdk', 'synth', '--quiet', '--no-notices']);
  });
}

/** Makes the next synthesis a fresh one. */
export function forgetTemplates(): void {
  rmSync(join(root, 'cdk.out'), { recursive: true, force: true });
}

/** Builds the sites and synthesises `cdk.out`, each only when what it is made from has changed. */
export function ensureBuilt(): Promise<void> {
  return withLock(() => {
    buildSites();
    synthesise();
  });
}
