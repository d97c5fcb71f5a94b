import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleFunctions } from './constructs/function-bundles.ts';
import { settingsFrom } from './settings.ts';
import { addHaemdiary } from './stacks/haemdiary.ts';

const root = join(import.meta.dirname, '..');
const app = new App();

addHaemdiary(app, {
  settings: settingsFrom(app.node),
  bundles: bundleFunctions(root, join(root, '.local/bundles')),
  sites: join(root, 'web/dist'),
});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
