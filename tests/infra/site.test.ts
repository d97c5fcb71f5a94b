import { runInNewContext } from 'node:vm';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { plain } from './support/plain.ts';
import { expectAll, expectCount, expectResource } from './support/expect-resource.ts';
import { resourcesOf, settings, synthesise } from './support/synthesise.ts';

const templates = synthesise();
const { Site, Edge } = templates.assertions;

const behaviour = z.object({
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string(),
  ViewerProtocolPolicy: z.string(),
  AllowedMethods: z.array(z.string()).optional(),
  FunctionAssociations: z.array(
    z.object({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }),
  ),
});
const distribution = z.object({
  DistributionConfig: z.looseObject({
    Comment: z.string(),
    DefaultCacheBehavior: behaviour,
    CacheBehaviors: z.array(behaviour.extend({ PathPattern: z.string() })),
    CustomErrorResponses: z.undefined().optional(),
    WebACLId: z.unknown(),
    Origins: z.array(
      z.looseObject({
        OriginAccessControlId: z.string().optional(),
        OriginCustomHeaders: z
          .array(z.object({ HeaderName: z.string(), HeaderValue: z.string() }))
          .optional(),
      }),
    ),
  }),
});
const distributions = Object.values(resourcesOf(templates, 'AWS::CloudFront::Distribution')).map(
  ({ Properties }) => distribution.parse(plain(templates, Properties)).DistributionConfig,
);

/** AWS's managed policies: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

describe('the three sites', () => {
  test('are known by their audience', () => {
    expect(distributions.map(({ Comment }) => Comment).sort()).toEqual(['centre', 'diary', 'registry']);
  });

  test.each(distributions.map((one) => [one.Comment, one] as const))(
    '%s reads its files with its own permission and answers no error page of its own',
    (_, { Origins, CustomErrorResponses, DefaultCacheBehavior }) => {
      expect(Origins.filter(({ OriginAccessControlId }) => OriginAccessControlId !== undefined)).toHaveLength(
        1,
      );
      expect(CustomErrorResponses).toBeUndefined();
      expect(DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
    },
  );

  test.each(distributions.map((one) => [one.Comment, one] as const))(
    '%s passes /v1/* to the API, uncached, with every method and the origin secret',
    (_, { CacheBehaviors, Origins }) => {
      const [api] = CacheBehaviors;
      expect(CacheBehaviors).toHaveLength(1);
      expect(api).toMatchObject({
        PathPattern: '/v1/*',
        CachePolicyId: CACHING_DISABLED,
        OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER,
        ViewerProtocolPolicy: 'https-only',
      });
      expect(api?.AllowedMethods?.toSorted()).toEqual(
        ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'].sort(),
      );
      const [secret] = Origins.flatMap(({ OriginCustomHeaders }) => OriginCustomHeaders ?? []);
      expect(secret?.HeaderName).toBe('x-origin-secret');
      expect(secret?.HeaderValue).toMatch(/^\{\{resolve:secretsmanager:OriginSecret:SecretString:::\}\}$/);
    },
  );

  test('carry the same strict headers on pages and on answers of the API', () => {
    for (const { DefaultCacheBehavior, CacheBehaviors } of distributions)
      expect(CacheBehaviors[0]?.ResponseHeadersPolicyId).toBe(DefaultCacheBehavior.ResponseHeadersPolicyId);
    expectAll(Site, 'AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy:
              "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types sw",
            Override: true,
          },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: true },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
          StrictTransportSecurity: Match.objectLike({
            AccessControlMaxAgeSec: 63_072_000,
            IncludeSubdomains: true,
          }),
        },
        CustomHeadersConfig: {
          Items: Match.arrayWith([Match.objectLike({ Header: 'permissions-policy' })]),
        },
      },
    });
  });

  test('have private buckets that take nothing but TLS 1.2', () => {
    expectAll(Site, 'AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    expect(Object.keys(Site.findResources('AWS::S3::Bucket'))).toHaveLength(3);
  });

  test.each(['DiaryUrl', 'CentreUrl', 'RegistryUrl'])('%s is told at the end of a deployment', (output) => {
    expect(Object.keys(Site.findOutputs(output))).toEqual([output]);
  });
});

describe('what CloudFront runs for each request', () => {
  const code = z.object({ FunctionCode: z.string() });
  const request = z.object({
    uri: z.string(),
    headers: z.record(z.string(), z.object({ value: z.string() })),
  });
  const functionNamed = (name: string, site = 'Diary') => {
    const [, found] =
      Object.entries(resourcesOf(templates, 'AWS::CloudFront::Function')).find(([id]) =>
        id.startsWith(`${site}${name}`),
      ) ?? [];
    return code.parse(found?.Properties).FunctionCode;
  };
  const run = (name: string, uri: string, headers = {}, site?: string) =>
    request.parse(
      runInNewContext(`${functionNamed(name, site)}; handler(event)`, {
        event: { request: { uri, headers }, viewer: { ip: '192.0.2.7' } },
      }),
    );

  test.each([
    ['/', '/index.html'],
    ['/month/2026-11', '/index.html'],
    ['/assets/app-3f2a.js', '/assets/app-3f2a.js'],
    ['/sw.js', '/sw.js'],
    ['/v1.0/where', '/index.html'],
  ])('the page stands for %s as %s', (asked, given) => {
    expect(run('PageForEveryPath', asked).uri).toBe(given);
  });

  test('the API is told the true address of the viewer, whatever the browser says', () => {
    const { headers } = run('TrueViewerAddress', '/v1/me', {
      host: { value: 'diary.haemdiary.example' },
      'x-viewer-ip': { value: '203.0.113.1' },
      'x-viewer-host': { value: 'evil.example' },
    });
    expect(headers['x-viewer-ip']).toEqual({ value: '192.0.2.7' });
    expect(headers['x-viewer-host']).toEqual({ value: 'diary.haemdiary.example' });
  });

  test.each(['diary', 'centre', 'registry'])(
    'the API is told that it was asked on the site of the %s, whatever the browser says',
    (site) => {
      const asked = { host: { value: 'any.example' }, 'x-viewer-site': { value: 'made-up' } };
      const id = `${site.charAt(0).toUpperCase()}${site.slice(1)}`;
      expect(run('TrueViewerAddress', '/v1/me', asked, id).headers['x-viewer-site']).toEqual({ value: site });
    },
  );
});

describe('the edge', () => {
  test('has a web ACL that stops floods, keeps no samples, and that every site uses', () => {
    expectResource(Edge, 'AWS::WAFv2::WebACL', {
      Scope: 'CLOUDFRONT',
      Rules: Match.arrayWith([
        Match.objectLike({
          Name: 'SignInFlood',
          Statement: { RateBasedStatement: Match.objectLike({ Limit: 500 }) },
        }),
      ]),
    });
    expect(JSON.stringify(Edge.toJSON())).not.toContain('"SampledRequestsEnabled":true');
    for (const { WebACLId } of distributions)
      expect(WebACLId).toMatchObject({
        'Fn::GetStackOutput': { StackName: 'HaemdiaryEdge', Region: 'us-east-1' },
      });
  });

  test('needs no certificate without a domain', () => {
    expectCount(Edge, 'AWS::CertificateManager::Certificate', 0);
  });
});

describe('with a domain', () => {
  const domain = { name: 'haemdiary.example', hostedZoneId: 'Z0123456789ABCDEFGHIJ' };
  const { assertions } = synthesise({ ...settings, domain });

  test('each site has its own host name, a certificate from us-east-1 and TLS 1.2 of 2021', () => {
    expectResource(assertions.Edge, 'AWS::CertificateManager::Certificate', {
      DomainName: '*.haemdiary.example',
      ValidationMethod: 'DNS',
    });
    for (const audience of ['diary', 'centre', 'registry']) {
      expectResource(assertions.Site, 'AWS::CloudFront::Distribution', {
        DistributionConfig: Match.objectLike({
          Aliases: [`${audience}.haemdiary.example`],
          ViewerCertificate: Match.objectLike({ MinimumProtocolVersion: 'TLSv1.2_2021' }),
        }),
      });
      expectResource(assertions.Site, 'AWS::Route53::RecordSet', {
        Name: `${audience}.haemdiary.example.`,
        Type: 'AAAA',
      });
    }
  });

  test('mails link to the sites by these names', () => {
    expectResource(assertions.Jobs, 'AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({ DIARY_URL: 'https://diary.haemdiary.example' }),
      },
    });
  });
});
