import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import * as z from 'zod';
import { inOrderOfNeed } from './dependencies.ts';
import { jsonObjectSchema, jsonSchema } from './json.ts';

const artifactSchema = z.object({
  type: z.string(),
  environment: z.string().optional(),
  dependencies: z.array(z.string()).optional(),
  displayName: z.string().optional(),
  properties: z
    .object({
      templateFile: z.string().optional(),
      stackName: z.string().optional(),
      file: z.string().optional(),
    })
    .optional(),
});
const manifestSchema = z.object({ artifacts: z.record(z.string(), artifactSchema) });

const resourceSchema = z.object({
  Type: z.string(),
  Properties: jsonObjectSchema.default({}),
  DependsOn: z.union([z.string().transform((id) => [id]), z.array(z.string())]).default([]),
  Condition: z.string().optional(),
  Metadata: jsonObjectSchema.default({}),
});
const templateSchema = z.object({
  Parameters: z
    .record(z.string(), z.object({ Type: z.string(), Default: jsonSchema.optional() }))
    .default({}),
  Mappings: z.record(z.string(), z.record(z.string(), jsonObjectSchema)).default({}),
  Conditions: jsonObjectSchema.default({}),
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z
    .record(
      z.string(),
      z.object({
        Value: jsonSchema,
        Condition: z.string().optional(),
        Export: z.object({ Name: jsonSchema }).optional(),
      }),
    )
    .default({}),
});
const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string(), packaging: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

/** A CloudFormation template, parsed. */
export type Template = z.infer<typeof templateSchema>;
/** One resource of a template. */
export type TemplateResource = z.infer<typeof resourceSchema>;
/** One stack of the assembly: its name, where it would be deployed, and its template. */
export type AssemblyStack = {
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly template: Template;
};
/** A synthesised app: its stacks in deployment order and its assets' paths by object key. */
export type Assembly = {
  readonly stacks: readonly AssemblyStack[];
  readonly assets: ReadonlyMap<string, string>;
};

const LOCAL_ACCOUNT = '000000000000';
const LOCAL_REGION = 'eu-west-2';

/**
 * Reads a CDK cloud assembly.
 *
 * @param directory the app's output, usually `cdk.out`.
 * @throws when the manifest or a template is missing or not what CDK writes.
 */
export function loadAssembly(directory: string): Assembly {
  const { artifacts } = manifestSchema.parse(readJson(directory, 'manifest.json'));
  const assets = new Map<string, string>();
  const stacks = new Map<string, { stack: AssemblyStack; needs: readonly string[] }>();
  for (const [id, artifact] of Object.entries(artifacts)) {
    const { templateFile, stackName, file } = artifact.properties ?? {};
    if (artifact.type === 'cdk:asset-manifest' && file !== undefined) addAssets(directory, file, assets);
    if (artifact.type !== 'aws:cloudformation:stack' || templateFile === undefined) continue;
    const template = templateSchema.parse(readJson(directory, templateFile));
    const stack = { name: stackName ?? id, template, ...environmentOf(artifact.environment) };
    stacks.set(id, { stack, needs: artifact.dependencies ?? [] });
  }
  const order = inOrderOfNeed([...stacks.keys()], (id) => stacks.get(id)?.needs ?? []);
  return { stacks: order.flatMap((id) => stacks.get(id)?.stack ?? []), assets };
}

function addAssets(directory: string, file: string, assets: Map<string, string>): void {
  const { files } = assetsSchema.parse(readJson(directory, file));
  for (const asset of Object.values(files)) {
    const path = isAbsolute(asset.source.path) ? asset.source.path : join(directory, asset.source.path);
    for (const { objectKey } of Object.values(asset.destinations)) assets.set(objectKey, path);
  }
}

/** `aws://123456789012/eu-west-2`; an app that leaves them open says `unknown-account` and `unknown-region`. */
function environmentOf(environment: string | undefined): { account: string; region: string } {
  const [account, region] = (environment ?? '').replace('aws://', '').split('/');
  return {
    account: account !== undefined && /^\d{12}$/.test(account) ? account : LOCAL_ACCOUNT,
    region: region === undefined || region === '' || region.startsWith('unknown') ? LOCAL_REGION : region,
  };
}

function readJson(directory: string, file: string): unknown {
  return JSON.parse(readFileSync(join(directory, file), 'utf8'));
}
