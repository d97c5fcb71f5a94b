import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

export type StackName = 'Data' | 'Identity' | 'Api' | 'Jobs' | 'Site' | 'Edge';
export const STACKS: readonly StackName[] = ['Data', 'Identity', 'Api', 'Jobs', 'Site', 'Edge'];

const resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
const template = z.looseObject({
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), z.looseObject({ Value: z.unknown() })).default({}),
});
type ReadTemplate = z.infer<typeof template>;
export type Resource = z.infer<typeof resource>;

/** The templates to be read, whoever made them. */
export interface ReadTemplates {
  readonly read: Readonly<Record<StackName, ReadTemplate>>;
}

/** A template as JSON has it. @throws when it is none */
export const readTemplate = (json: unknown): ReadTemplate => template.parse(json);

/** The six templates as they were built, those that a deploy would take: without the CDK, which takes long to load. */
export const builtTemplates = (directory: string): ReadTemplates => {
  const read = (stack: StackName) =>
    readTemplate(JSON.parse(readFileSync(join(directory, `Haemdiary${stack}.template.json`), 'utf8')));
  const entries = STACKS.map((stack) => [stack, read(stack)]);
  return { read: Object.fromEntries(entries) as ReadTemplates['read'] };
};

/** Every resource of a type, in all stacks, by its logical id. */
export const resourcesOf = (templates: ReadTemplates, type: string): Readonly<Record<string, Resource>> =>
  Object.fromEntries(
    STACKS.flatMap((stack) =>
      Object.entries(templates.read[stack].Resources).filter(([, { Type }]) => Type === type),
    ),
  );
