import { spawnSync } from 'node:child_process';
import { buildSites, forgetTemplates } from './build.ts';
import { dangersIn } from './deploy-guard.ts';
import { root } from './root.mjs';

const flags = process.argv.slice(2);

/** Runs the CDK CLI with the caller's flags (`--profile`, `-c domain=…`); ends this process when it fails. */
function cdk(command: string[], output: 'shown' | 'taken'): string {
  const args = ['node_modules/aws-cdk/bin/cdk', ...command, '--no-notices', ...flags];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: output === 'taken' ? { ...process.env, NO_COLOR: '1' } : process.env,
    stdio: output === 'taken' ? 'pipe' : 'inherit',
  });
  if (status !== 0) {
    console.error(output === 'taken' ? stdout + stderr : `cdk ${command.join(' ')} failed.`);
    process.exit(status ?? 1);
  }
  return output === 'taken' ? stdout + stderr : '';
}

buildSites();
forgetTemplates();
cdk(['synth', '--quiet'], 'shown');
console.log('Comparing with what is deployed …');
// What is compared is what is deployed: both read the same cdk.out.
const diff = cdk(['diff', '--all', '--app', 'cdk.out'], 'taken');
console.log(diff);
const dangers = dangersIn(diff);
if (dangers.length > 0) {
  console.error(
    `Not deployed, because data would be lost or the update would stop half-way:\n${dangers.join('\n')}`,
  );
  console.error('Change one index at a time; move data before replacing what holds it (docs/deploy.md).');
  process.exit(1);
}
cdk(['deploy', '--all', '--app', 'cdk.out', '--require-approval', 'broadening'], 'shown');
