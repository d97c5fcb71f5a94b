import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.ts';
import { root } from './root.mjs';

rmSync(join(root, 'cdk.out'), { recursive: true, force: true });
await ensureBuilt();
console.log('The templates are in cdk.out.');
