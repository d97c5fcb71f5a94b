import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import * as z from 'zod';
import { FUNCTION_ENTRIES, type FunctionBundles } from '../../../infra/constructs/function-bundles.ts';
import type { Settings } from '../../../infra/settings.ts';
import { addHaemdiary } from '../../../infra/stacks/haemdiary.ts';
import { readTemplate, STACKS, type ReadTemplates, type StackName } from './templates.ts';

export { resourcesOf } from './templates.ts';

export const root = join(import.meta.dirname, '../../..');

const cdkJson = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')));

/** Stand-ins for bundles and built sites: what the templates say doesn't depend on what is in them. */
const standIns = (): { bundles: FunctionBundles; sites: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'haemdiary-infra-'));
  const file = (path: string, text: string) => {
    const inside = join(folder, path);
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, 'index.mjs'), text);
    return inside;
  };
  const bundles = Object.fromEntries(
    Object.keys(FUNCTION_ENTRIES).map((name) => [name, file(`bundles/${name}`, name)]),
  ) as Record<keyof typeof FUNCTION_ENTRIES, string>;
  for (const audience of ['diary', 'centre', 'registry']) file(`sites/${audience}`, audience);
  return { bundles, sites: join(folder, 'sites') };
};

export const settings: Settings = {
  account: '000000000000',
  domain: undefined,
  mail: { domain: 'haemdiary.example', from: 'no-reply@haemdiary.example' },
  operatorsEmail: undefined,
  archiveLock: { mode: 'compliance', days: 2922 },
};

/** The app as `infra/app.ts` makes it, not yet synthesised. */
export const newApp = (changed: Partial<Settings> = {}): App => {
  const app = new App({
    outdir: mkdtempSync(join(tmpdir(), 'haemdiary-out-')),
    analyticsReporting: false,
    context: { ...cdkJson.context, 'aws:cdk:disable-asset-staging': true },
  });
  addHaemdiary(app, { settings: { ...settings, ...changed }, ...standIns() });
  return app;
};

/** Adds cdk-nag, as the real app does. */
export const withChecks = (app: App): App => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
};

export interface Templates extends ReadTemplates {
  readonly assertions: Readonly<Record<StackName, Template>>;
}

const templatesOf = (app: App): Templates => {
  const of = <T>(make: (found: Template) => T) =>
    Object.fromEntries(
      STACKS.map((name) => {
        const stack = app.node.findChild(`Haemdiary${name}`);
        if (!(stack instanceof Stack)) throw new Error(`${name} is no stack.`);
        return [name, make(Template.fromStack(stack))];
      }),
    ) as Record<StackName, T>;
  return { assertions: of((found) => found), read: of((found) => readTemplate(found.toJSON())) };
};

let usual: Templates | undefined;

/** The six templates, for assertions and to be read. With the usual settings they are made once for all files. */
export const synthesise = (changed?: Partial<Settings>): Templates => {
  if (changed !== undefined) return templatesOf(newApp(changed));
  usual ??= templatesOf(newApp());
  return usual;
};
