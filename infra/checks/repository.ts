import { readFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../setup/root.mjs';
import { repositoryFiles } from './repository-files.ts';
import { traces, unpinned } from './repository-rules.ts';

const files = repositoryFiles();
// Names this machine would leave in a file: computed, so that the rule names no machine itself.
const ours = [root, dirname(root), homedir(), hostname()].filter((name) => name.length > 5);

const findings = files.flatMap((file) =>
  traces(readFileSync(join(root, file), 'utf8'), ours).map((what) => `${file}: ${what}`),
);
findings.push(
  ...unpinned(readFileSync(join(root, 'package.json'), 'utf8')).map((what) => `package.json: ${what}`),
);

if (findings.length > 0) {
  console.log(findings.join('\n'));
  process.exitCode = 1;
}
