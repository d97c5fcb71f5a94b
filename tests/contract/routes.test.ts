import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { AUDIENCES } from '#contracts/route.ts';
import { routes } from '#contracts/routes.ts';
import { syncAct, syncBody } from '#contracts/sync.ts';
import { REGISTRY_JOBS, STAFF_JOBS } from '#domain/vocabulary.ts';
import { centreHandlers } from '../../functions/api/handlers/centre.ts';
import { diaryHandlers } from '../../functions/api/handlers/diary.ts';
import { registryHandlers } from '../../functions/api/handlers/registry.ts';
import { sessionHandlers } from '../../functions/api/handlers/session.ts';
import { routePaths } from '../../web/shared/api/route-paths.ts';
import { root } from '../../infra/setup/root.mjs';
import { requestOf } from '../support/examples/examples.ts';
import { plain } from '../infra/support/plain.ts';
import { builtTemplates, resourcesOf } from '../infra/support/templates.ts';

const templates = builtTemplates(join(root, 'cdk.out'));
const inTemplate = <T extends z.ZodType>(type: string, schema: T): [string, z.output<T>][] =>
  Object.entries(resourcesOf(templates, type)).map(([id, { Properties }]) => [
    id,
    schema.parse(plain(templates, Properties)),
  ]);

/** The gateway's routes: `METHOD /path` to the pool whose tokens it takes, `undefined` where it takes anyone. */
const gateway = (): ReadonlyMap<string, string | undefined> => {
  const issuers = new Map(
    inTemplate(
      'AWS::ApiGatewayV2::Authorizer',
      z.object({ Name: z.string(), JwtConfiguration: z.object({ Issuer: z.string() }) }),
    ).map(([id, { JwtConfiguration }]) => [withoutSuffix(id), JwtConfiguration.Issuer.split('/').at(-1)]),
  );
  const found = inTemplate(
    'AWS::ApiGatewayV2::Route',
    z.object({
      RouteKey: z.string(),
      AuthorizationType: z.enum(['JWT', 'NONE']),
      AuthorizerId: z.string().optional(),
    }),
  );
  return new Map(
    found.map(([, { RouteKey, AuthorizationType, AuthorizerId }]) => [
      RouteKey,
      AuthorizationType === 'NONE' ? undefined : issuers.get(AuthorizerId ?? ''),
    ]),
  );
};
const withoutSuffix = (id: string): string => id.replace(/[0-9A-F]{8}$/u, '');

/** What `docs/openapi.json` says, as it is in the repository. */
const documented = () => {
  const operation = z.object({
    operationId: z.string(),
    tags: z.array(z.string()),
    security: z.array(z.record(z.string(), z.unknown())).optional(),
  });
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), operation)) })
    .parse(JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')));
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ ...one, routeKey: `${method.toUpperCase()} ${path}` })),
  );
};

const ABOUT = {
  centre: 'larkfield',
  patient: 'robin',
  account: 'ann',
  colleague: 'ben',
  entry: 'known',
  version: 1,
  fresh: 'new',
  act: 'act',
  today: '2026-06-10',
  statement: 1,
};

const keyOf = ({ method, path }: (typeof routes)[number]): string => `${method} ${path}`;
const sorted = (names: Iterable<string>): string[] => [...names].sort();
const HANDLERS = {
  open: sessionHandlers,
  diary: diaryHandlers,
  centre: centreHandlers,
  registry: registryHandlers,
};
const POOL = { diary: 'PatientsPool', centre: 'StaffPool', registry: 'RegistryPool', open: undefined };

describe('a route of the contract', () => {
  it('has a name and a path of its own', () => {
    expect(new Set(routes.map(({ name }) => name)).size).toBe(routes.length);
    const shapes = routes.map((route) => keyOf(route).replaceAll(/\{\w+\}/gu, '{}'));
    expect(new Set(shapes).size).toBe(routes.length);
  });

  it.each(['open', ...AUDIENCES] as const)(
    'for %s has a handler, and no handler is for another',
    (audience) => {
      const mine = routes.filter((route) => route.audience === audience).map(({ name }) => name);
      expect(sorted(Object.keys(HANDLERS[audience]))).toEqual(sorted(mine));
    },
  );

  it('is on the gateway, and nothing else is', () => {
    expect(sorted(gateway().keys())).toEqual(sorted(routes.map((route) => keyOf(route))));
  });

  it('is behind the authoriser of its audience’s own pool, unless it is open to anyone', () => {
    const on = gateway();
    expect(routes.map((route) => [keyOf(route), on.get(keyOf(route))])).toEqual(
      routes.map((route) => [keyOf(route), POOL[route.audience]]),
    );
  });

  it('is open only to sign in, to accept an invitation, to set a password and to read the statement', () => {
    const open = routes.filter(({ audience }) => audience === 'open');
    for (const { path } of open)
      expect(path).toMatch(/^\/v1\/(?:statement(?:\/versions)?$|session\/\{audience\}\/)/u);
    const signedIn = routes.filter(({ audience }) => audience !== 'open');
    for (const { path } of signedIn) expect(path).not.toMatch(/^\/v1\/session\//u);
  });

  it('is described under its own name, with the sign-in it needs', () => {
    const pages = documented();
    expect(sorted(pages.map(({ operationId, routeKey }) => `${operationId} ${routeKey}`))).toEqual(
      sorted(routes.map((route) => `${route.name} ${keyOf(route)}`)),
    );
    for (const { operationId, tags, security } of pages) {
      const { audience } = routes.find(({ name }) => name === operationId) ?? {};
      expect([operationId, tags]).toEqual([operationId, [audience]]);
      expect([operationId, security?.length]).toEqual([operationId, audience === 'open' ? 0 : 1]);
    }
  });

  it('is known to the sites under its own name', () => {
    expect(routePaths).toEqual(Object.fromEntries(routes.map((route) => [route.name, keyOf(route)])));
  });

  it('names only jobs that its audience has', () => {
    const jobs = { centre: STAFF_JOBS, registry: REGISTRY_JOBS, diary: [], open: [] };
    const known = (audience: keyof typeof jobs): readonly string[] => jobs[audience];
    const foreign = routes.flatMap(({ name, audience, groups }) =>
      groups === 'everyone'
        ? []
        : groups.filter((job) => !known(audience).includes(job)).map((job) => [name, job]),
    );
    expect(foreign).toEqual([]);
  });

  it('has a parameter for each placeholder of its path, and no other', () => {
    for (const { path, params, name } of routes) {
      const placeholders = [...path.matchAll(/\{(\w+)\}/gu)].map(([, one]) => one ?? '');
      expect([name, sorted(placeholders)]).toEqual([name, sorted(Object.keys(params?.shape ?? {}))]);
    }
  });

  it('has an example that its own schemas take, as it is sent', () => {
    for (const { name, params, query, body } of routes) {
      const given = requestOf(name, ABOUT);
      for (const [part, schema] of Object.entries({ params, query, body })) {
        const sent: unknown = JSON.parse(JSON.stringify(given[part as 'params' | 'query' | 'body'] ?? {}));
        if (schema !== undefined)
          expect([name, part, schema.safeParse(sent).error]).toEqual([name, part, undefined]);
      }
    }
  });

  it('takes no body when it is only read, and one act when it writes for somebody signed in', () => {
    for (const { name, method, reads, audience, body } of routes) {
      if (method === 'GET') expect([name, body]).toEqual([name, undefined]);
      else if (audience !== 'open' && !reads && name !== 'sync-acts')
        expect(Object.keys(body?.shape ?? {}), name).toContain('mutationId');
    }
  });

  it('takes a pack of acts for sync-acts alone: each is kept or refused by itself, so each has an id and the pack none', () => {
    expect(routes.find(({ name }) => name === 'sync-acts')?.body).toBe(syncBody);
    expect(Object.keys(syncBody.shape)).toEqual(['acts']);
    expect(syncBody.shape.acts.element).toBe(syncAct);
    for (const { shape } of syncAct.options)
      expect(Object.keys(shape.body.shape), [...shape.kind.values].join()).toContain('mutationId');
  });
});
