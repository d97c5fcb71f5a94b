import { globSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { problem } from '#contracts/problem.ts';
import type { Route } from '#contracts/route.ts';
import { root } from '../setup/root.mjs';

/** The schemas the contracts export, by their names there: they become the document's components. */
async function namedSchemas(): Promise<Record<string, z.ZodType>> {
  const named: Record<string, z.ZodType> = {};
  for (const file of globSync('shared/contracts/*.ts', { cwd: root }).sort()) {
    const module: unknown = await import(join(root, file));
    for (const [name, value] of Object.entries(module ?? {})) {
      // Parameters and queries become the operation's own parameters; as components nothing would refer to them.
      if (/(Params|Query)$/.test(name)) continue;
      if (value instanceof z.ZodObject || value instanceof z.ZodDiscriminatedUnion) named[name] = value;
    }
  }
  return named;
}

const jobs = ({ groups }: Route) => (groups === 'everyone' ? '' : ` For: ${groups.join(', ')}.`);

function responses({ response, audience, ifMatch }: Route): ZodOpenApiResponsesObject {
  const refusal = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: problem } },
  });
  const gateway = {
    description: 'The token is missing, expired or of another pool: API Gateway’s own body.',
  };
  return {
    ...(response === 'nothing' ? { 204: { description: 'Done.' } } : { 200: success(response) }),
    400: refusal('A field is missing, unknown or not possible; or something must be confirmed first.'),
    ...(audience === 'open'
      ? {}
      : { 401: gateway, 403: refusal('Not covered by this person’s job or right.') }),
    404: refusal('Not there, or not yours: the two answer alike.'),
    ...(ifMatch ? { 412: refusal('Changed since; `current` is the version to start from.') } : {}),
    429: refusal('Too many tries.'),
    500: refusal('Our fault; the correlation id finds it in the log.'),
  };
}

function success(response: z.ZodType | 'file') {
  const bytes = z.string().meta({ format: 'binary' });
  const content =
    response === 'file'
      ? { 'application/octet-stream': { schema: bytes } }
      : { 'application/json': { schema: response } };
  return { description: 'Done.', content };
}

const version = z
  .string()
  .meta({ description: 'The version the correction starts from; without it, a creation.' });
const ours = z.literal('1').meta({
  description: 'Says that our own page sent it: no other site can set it (or Origin, Sec-Fetch-Site).',
});

function headersOf({ method, ifMatch }: Route): { header?: z.ZodObject } {
  if (method === 'GET') return {};
  const header = { 'x-haemdiary': ours, ...(ifMatch ? { 'if-match': version.optional() } : {}) };
  return { header: z.object(header) };
}

function operation(route: Route): ZodOpenApiOperationObject {
  return {
    operationId: route.name,
    tags: [route.audience],
    summary: route.does + jobs(route),
    security: route.audience === 'open' ? [] : [{ [route.audience]: [] }],
    requestParams: {
      ...(route.params ? { path: route.params } : {}),
      ...(route.query ? { query: route.query } : {}),
      ...headersOf(route),
    },
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }
      : {}),
    responses: responses(route),
  };
}

/** OpenAPI 3.1 of every route, made from the contracts and from nothing else. */
export async function openApi(routes: readonly Route[], version: string): Promise<Record<string, unknown>> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  const bearer = (pool: string) =>
    ({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: `The ID token of the ${pool} pool.`,
    }) as const;
  const document = createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Haemdiary',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Generated from shared/contracts by `npm run docs`. API Gateway’s own refusals are `{"message"}`.',
    },
    servers: [{ url: '/', description: 'Each site’s own host.' }],
    paths,
    components: {
      schemas: await namedSchemas(),
      securitySchemes: { diary: bearer('patients'), centre: bearer('staff'), registry: bearer('registry') },
    },
  });
  return { ...document };
}
