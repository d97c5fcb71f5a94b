import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { routes } from '#contracts/routes.ts';
import { plain, withoutHash } from './support/plain.ts';
import { expectResource } from './support/expect-resource.ts';
import { resourcesOf, synthesise } from './support/synthesise.ts';

const templates = synthesise();
const { Api } = templates.assertions;

/** Properties of all resources of a type, by their ids without hashes. */
const byId = <T extends z.ZodType>(type: string, schema: T): Map<string, z.infer<T>> =>
  new Map(
    Object.entries(resourcesOf(templates, type)).map(([id, { Properties }]) => [
      withoutHash(id),
      schema.parse(plain(templates, Properties)),
    ]),
  );

const routeResources = byId(
  'AWS::ApiGatewayV2::Route',
  z.object({
    RouteKey: z.string(),
    AuthorizationType: z.enum(['JWT', 'NONE']),
    AuthorizerId: z.string().optional(),
    Target: z.string(),
  }),
);
const authorisers = byId(
  'AWS::ApiGatewayV2::Authorizer',
  z.object({
    AuthorizerType: z.literal('JWT'),
    IdentitySource: z.array(z.string()),
    JwtConfiguration: z.object({ Audience: z.array(z.string()), Issuer: z.string() }),
  }),
);
const integrations = byId(
  'AWS::ApiGatewayV2::Integration',
  z.object({
    IntegrationType: z.literal('AWS_PROXY'),
    IntegrationUri: z.string(),
    PayloadFormatVersion: z.literal('2.0'),
  }),
);

describe('the routes', () => {
  const FUNCTION_OF = { diary: 'Diary', centre: 'Centre', registry: 'Registry', open: 'Session' } as const;
  const POOL_OF = { diary: 'Patients', centre: 'Staff', registry: 'Registry' } as const;
  const found = [...routeResources.values()];
  const sorted = (keys: readonly string[]) => [...keys].sort();

  test('are those of the contract', () => {
    expect(sorted(found.map(({ RouteKey }) => RouteKey))).toEqual(
      sorted(routes.map(({ method, path }) => `${method} ${path}`)),
    );
  });

  test.each(['diary', 'centre', 'registry', 'open'] as const)(
    'for %s go to the function of that audience, past the authoriser of its pool',
    (audience) => {
      const mine = routes.filter((route) => route.audience === audience);
      expect(mine.length).toBeGreaterThan(0);
      for (const { method, path } of mine) {
        const route = found.find(({ RouteKey }) => RouteKey === `${method} ${path}`);
        const target = integrations.get(route?.Target.replace('integrations/', '') ?? '');
        expect(target?.IntegrationUri).toBe(`${FUNCTION_OF[audience]}RunsFunction`);
        const authoriser = authorisers.get(route?.AuthorizerId ?? '');
        if (audience === 'open') {
          expect(route?.AuthorizationType).toBe('NONE');
          expect(authoriser).toBeUndefined();
        } else {
          expect(route?.AuthorizationType).toBe('JWT');
          expect(authoriser?.JwtConfiguration).toEqual({
            Audience: [`${POOL_OF[audience]}PoolClient`],
            Issuer: `https://cognito-idp.eu-west-2.amazonaws.com/${POOL_OF[audience]}Pool`,
          });
          expect(authoriser?.IdentitySource).toEqual(['$request.header.Authorization']);
        }
      }
    },
  );

  test('use one authoriser a pool and one integration a function', () => {
    expect(authorisers.size).toBe(3);
    expect(integrations.size).toBe(4);
  });
});

describe('the API', () => {
  test('answers no other origin', () => {
    expectResource(Api, 'AWS::ApiGatewayV2::Api', { CorsConfiguration: Match.absent() });
  });

  test('is throttled', () => {
    expectResource(Api, 'AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
    });
  });

  test('writes down the request, its route, its status and its time, and nothing about a person', () => {
    const [stage] = byId(
      'AWS::ApiGatewayV2::Stage',
      z.object({ AccessLogSettings: z.object({ Format: z.string() }) }),
    ).values();
    expect(JSON.parse(stage?.AccessLogSettings.Format ?? '')).toEqual({
      requestId: '$context.requestId',
      routeKey: '$context.routeKey',
      status: '$context.status',
      latencyMilliseconds: '$context.responseLatency',
    });
  });
});

describe('every function', () => {
  const functions = byId(
    'AWS::Lambda::Function',
    z.object({
      Runtime: z.string(),
      Architectures: z.array(z.string()).optional(),
      Handler: z.string(),
      LoggingConfig: z.object({ LogGroup: z.string() }).optional(),
      Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional(),
    }),
  );
  const ours = new Map([...functions].filter(([id]) => !id.startsWith('CustomCDK')));

  test('of the ten runs on Node 24 and arm64, with source maps and a log of its own', () => {
    expect(ours.size).toBe(10);
    for (const [id, properties] of ours) {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        LoggingConfig: { LogGroup: id.replace(/Function$/, 'Log') },
        Environment: { Variables: { NODE_OPTIONS: '--enable-source-maps' } },
      });
    }
  });

  test('forgets its log after a while', () => {
    for (const { Properties } of Object.values(resourcesOf(templates, 'AWS::Logs::LogGroup')))
      expect(Properties['RetentionInDays']).toEqual(expect.any(Number));
  });

  test.each([
    ['DiaryRunsFunction', ['ORIGIN_SECRET', 'TABLE_NAME']],
    [
      'CentreRunsFunction',
      ['EXPORT_BUCKET', 'ORIGIN_SECRET', 'PATIENTS_POOL_ID', 'STAFF_POOL_ID', 'TABLE_NAME'],
    ],
    ['RegistryRunsFunction', ['ORIGIN_SECRET', 'REGISTRY_POOL_ID', 'STAFF_POOL_ID', 'TABLE_NAME']],
    [
      'SessionRunsFunction',
      [
        'ORIGIN_SECRET',
        'PATIENTS_CLIENT_ID',
        'PATIENTS_POOL_ID',
        'REGISTRY_CLIENT_ID',
        'REGISTRY_POOL_ID',
        'STAFF_CLIENT_ID',
        'STAFF_POOL_ID',
        'TABLE_NAME',
      ],
    ],
    ['PreTokenRunsFunction', ['TABLE_NAME']],
    ['CustomMessageRunsFunction', []],
    ['OverdueSweepRunsFunction', ['TABLE_NAME']],
    [
      'OutboxRunsFunction',
      [
        'CENTRE_URL',
        'DIARY_URL',
        'EXPORT_BUCKET',
        'MAIL_CONFIGURATION_SET',
        'MAIL_FROM',
        // Whom a centre helped to sign in again is looked up in their own pool.
        'PATIENTS_POOL_ID',
        'REGISTRY_URL',
        'STAFF_POOL_ID',
        'TABLE_NAME',
      ],
    ],
    ['MailEventsRunsFunction', ['TABLE_NAME']],
  ])('%s is told what it needs and no more', (name, variables) => {
    const told = Object.keys(ours.get(name)?.Environment?.Variables ?? {});
    // Which scopes a function is told of: see scopes.test.ts.
    const expected = /^(?:NODE_OPTIONS|POWERTOOLS_SERVICE_NAME|[A-Z]+_SCOPE_ROLE)$/u;
    expect(told.filter((variable) => !expected.test(variable)).sort()).toEqual(variables);
  });
});

describe('secrets', () => {
  test('the origin secret is made in the cloud and only referred to', () => {
    expectResource(Api, 'AWS::SecretsManager::Secret', {
      GenerateSecretString: Match.anyValue(),
      SecretString: Match.absent(),
    });
    const text = JSON.stringify(Object.values(templates.read).map(({ Resources }) => Resources));
    expect(text).toContain('{{resolve:secretsmanager:');
    expect(text).not.toMatch(/AKIA[0-9A-Z]{16}|BEGIN [A-Z ]*PRIVATE KEY|"ClientSecret"/);
  });
});
