import { spawnSync } from 'node:child_process';
import { buildSites, forgetTemplates } from './build.ts';
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
// With all the context the guard sees each changed value whole.
const diff = cdk(['diff', '--all', '--app', 'cdk.out', '--context-lines', '100000'], 'taken');
console.log(diff);
const guard = spawnSync(process.execPath, ['infra/checks/guard.ts'], {
  cwd: root,
  input: diff,
  stdio: ['pipe', 'inherit', 'inherit'],
});
if (guard.status !== 0) process.exit(1);
cdk(['deploy', '--all', '--app', 'cdk.out', '--require-approval', 'broadening'], 'shown');
