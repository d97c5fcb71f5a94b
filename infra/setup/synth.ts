import { ensureBuilt, forgetTemplates } from './build.ts';

forgetTemplates();
try {
  await ensureBuilt();
  console.log('The templates are in cdk.out.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
