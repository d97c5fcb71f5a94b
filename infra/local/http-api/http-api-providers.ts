import * as z from 'zod';
import type { Cloud } from '../cloud.ts';
import { cfnNumber, jsonSchema } from '../template/json.ts';
import { arnOf, physicalId, physicalName, type Provider } from '../template/provider.ts';
import type { HttpApi, Throttle } from './http-api.ts';

/** API Gateway's own limit on an integration, and its default. */
const INTEGRATION_LIMIT_MS = 30_000;

const apiSchema = z.object({ Name: z.string().optional(), ProtocolType: z.literal('HTTP') });

/** `AWS::ApiGatewayV2::Api`. */
export const apiProvider: Provider = (resource, cloud) => {
  const { Name } = apiSchema.parse(resource.properties);
  const id = physicalId(resource);
  const domain = `${id}.execute-api.${resource.region}.amazonaws.com`;
  cloud.httpApis.set(id, {
    id,
    name: Name ?? physicalName(resource),
    account: resource.account,
    domain,
    routes: [],
    integrations: new Map(),
    authorizers: new Map(),
    stages: [],
  });
  return { ref: id, attributes: { ApiId: id, ApiEndpoint: `https://${domain}` } };
};

const routeSchema = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string().regex(/^integrations\//),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});

/** `AWS::ApiGatewayV2::Route`. */
export const routeProvider: Provider = (resource, cloud) => {
  const route = routeSchema.parse(resource.properties);
  if ((route.AuthorizationType === 'JWT') !== (route.AuthorizerId !== undefined)) {
    throw new Error(`${route.RouteKey} has an authoriser without a JWT type, or the other way round`);
  }
  apiOf(cloud, route.ApiId).routes.push({
    key: route.RouteKey,
    integrationId: route.Target.slice('integrations/'.length),
    authorizerId: route.AuthorizerId,
    scopes: route.AuthorizationScopes,
  });
  return { ref: physicalId(resource), attributes: { RouteId: physicalId(resource) } };
};

const integrationSchema = z.object({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: cfnNumber.default(INTEGRATION_LIMIT_MS),
});

/** `AWS::ApiGatewayV2::Integration`: a function, by its ARN or by API Gateway's path to it. */
export const integrationProvider: Provider = (resource, cloud) => {
  const integration = integrationSchema.parse(resource.properties);
  const functionArn = /arn:[^:]+:lambda:[^:]+:[^:]+:function:[^/:]+/.exec(integration.IntegrationUri)?.[0];
  if (functionArn === undefined) throw new Error(`${integration.IntegrationUri} is no function`);
  const id = physicalId(resource);
  const timeoutMs = Math.min(INTEGRATION_LIMIT_MS, integration.TimeoutInMillis);
  apiOf(cloud, integration.ApiId).integrations.set(id, { functionArn, timeoutMs });
  return { ref: id, attributes: { IntegrationId: id } };
};

const authorizerSchema = z.object({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.array(z.string().regex(/^\$request\.header\./)).length(1),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});

/** `AWS::ApiGatewayV2::Authorizer` of JWTs. */
export const authorizerProvider: Provider = (resource, cloud) => {
  const { ApiId, IdentitySource, JwtConfiguration } = authorizerSchema.parse(resource.properties);
  const id = physicalId(resource);
  apiOf(cloud, ApiId).authorizers.set(id, {
    issuer: JwtConfiguration.Issuer,
    audiences: JwtConfiguration.Audience,
    header: (IdentitySource[0] ?? '').slice('$request.header.'.length).toLowerCase(),
  });
  return { ref: id, attributes: { AuthorizerId: id } };
};

const settingsSchema = z.object({
  ThrottlingRateLimit: cfnNumber.optional(),
  ThrottlingBurstLimit: cfnNumber.optional(),
});
const stageSchema = z.object({
  ApiId: z.string(),
  StageName: z.string(),
  DefaultRouteSettings: settingsSchema.optional(),
  RouteSettings: z.record(z.string(), settingsSchema).default({}),
  AccessLogSettings: z.object({ Format: jsonSchema.optional() }).optional(),
});

/** `AWS::ApiGatewayV2::Stage`: throttles and the access log's format. */
export const stageProvider: Provider = (resource, cloud) => {
  const stage = stageSchema.parse(resource.properties);
  const format = stage.AccessLogSettings?.Format;
  const routeThrottles = Object.entries(stage.RouteSettings).flatMap(
    ([key, settings]): [string, Throttle][] => {
      const throttle = throttleOf(settings);
      return throttle === undefined ? [] : [[key, throttle]];
    },
  );
  apiOf(cloud, stage.ApiId).stages.push({
    name: stage.StageName,
    throttle: stage.DefaultRouteSettings && throttleOf(stage.DefaultRouteSettings),
    routeThrottles: new Map(routeThrottles),
    accessLogFormat: typeof format === 'string' ? format : undefined,
  });
  const arn = arnOf(resource, 'apigateway', `/apis/${stage.ApiId}/stages/${stage.StageName}`);
  return { ref: stage.StageName, attributes: { Arn: arn } };
};

function throttleOf(settings: z.infer<typeof settingsSchema>): Throttle | undefined {
  const { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: burst } = settings;
  if (perSecond === undefined && burst === undefined) return undefined;
  return { perSecond: perSecond ?? Number.POSITIVE_INFINITY, burst: burst ?? perSecond ?? 0 };
}

function apiOf(cloud: Cloud, id: string): HttpApi {
  const api = cloud.httpApis.get(id);
  if (api === undefined) throw new Error(`There is no HTTP API ${id}`);
  return api;
}
