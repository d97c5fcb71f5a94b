import * as z from 'zod';
import { cfnBoolean } from '../template/json.ts';
import { globalArnOf, physicalId, physicalName, type Provider } from '../template/provider.ts';
import type { Behaviour, Distribution } from './distribution.ts';

/** AWS's managed policy that caches nothing; behaviours with it are never compressed by CloudFront. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

const behaviourSchema = z.object({
  PathPattern: z.string().default('*'),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  Compress: cfnBoolean.default(false),
  CachePolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z.array(z.object({ EventType: z.string(), FunctionARN: z.string() })).default([]),
});
const distributionSchema = z.object({
  DistributionConfig: z.object({
    Comment: z.string(),
    Aliases: z.array(z.string()).default([]),
    DefaultRootObject: z.string().default(''),
    Origins: z.array(
      z.object({
        Id: z.string(),
        DomainName: z.string(),
        OriginPath: z.string().default(''),
        OriginCustomHeaders: z
          .array(z.object({ HeaderName: z.string(), HeaderValue: z.string() }))
          .default([]),
      }),
    ),
    CustomErrorResponses: z
      .array(z.unknown())
      .max(0, 'the local run has no error pages for whole distributions')
      .default([]),
    DefaultCacheBehavior: behaviourSchema,
    CacheBehaviors: z.array(behaviourSchema).default([]),
  }),
});

/** `AWS::CloudFront::Distribution`: one site, which gets its own port. */
export const distributionProvider: Provider = (resource, cloud) => {
  const { DistributionConfig: config } = distributionSchema.parse(resource.properties);
  const id = physicalId(resource, 13).toUpperCase();
  const domain = `d${id.toLowerCase()}.cloudfront.net`;
  const distribution: Distribution = {
    id,
    arn: globalArnOf(resource, 'cloudfront', `distribution/${id}`),
    name: config.Comment,
    domain,
    aliases: config.Aliases,
    rootObject: config.DefaultRootObject,
    origins: config.Origins.map((origin) => ({
      id: origin.Id,
      domain: origin.DomainName,
      path: origin.OriginPath,
      headers: Object.fromEntries(
        origin.OriginCustomHeaders.map(({ HeaderName, HeaderValue }) => [
          HeaderName.toLowerCase(),
          HeaderValue,
        ]),
      ),
    })),
    behaviours: [...config.CacheBehaviors, { ...config.DefaultCacheBehavior, PathPattern: '*' }].map(
      behaviourOf,
    ),
  };
  cloud.distributions.set(id, distribution);
  return {
    ref: id,
    attributes: {
      Id: id,
      DomainName: domain,
      Arn: globalArnOf(resource, 'cloudfront', `distribution/${id}`),
    },
  };
};

function behaviourOf(given: z.infer<typeof behaviourSchema>): Behaviour {
  const on = (event: string): string | undefined =>
    given.FunctionAssociations.find(({ EventType }) => EventType === event)?.FunctionARN;
  return {
    pathPattern: given.PathPattern,
    originId: given.TargetOriginId,
    methods: given.AllowedMethods,
    compresses: given.Compress && given.CachePolicyId !== CACHING_DISABLED,
    functions: { request: on('viewer-request'), response: on('viewer-response') },
    headersPolicyId: given.ResponseHeadersPolicyId,
  };
}

const functionSchema = z.object({ Name: z.string().optional(), FunctionCode: z.string() });

/** `AWS::CloudFront::Function`. */
export const viewerFunctionProvider: Provider = (resource, cloud) => {
  const { Name, FunctionCode } = functionSchema.parse(resource.properties);
  const name = Name ?? physicalName(resource);
  const arn = globalArnOf(resource, 'cloudfront', `function/${name}`);
  cloud.viewerFunctions.set(arn, { name, code: FunctionCode });
  return { ref: arn, attributes: { FunctionARN: arn, 'FunctionMetadata.FunctionARN': arn, Stage: 'LIVE' } };
};
