import * as z from 'zod';
import { cfnBoolean, cfnNumber } from '../template/json.ts';
import { physicalId, type Provider } from '../template/provider.ts';
import type { HeadersPolicy } from './distribution.ts';

const override = { Override: cfnBoolean };
const securitySchema = z.object({
  ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string(), ...override }).optional(),
  ContentTypeOptions: z.object(override).optional(),
  FrameOptions: z.object({ FrameOption: z.string(), ...override }).optional(),
  ReferrerPolicy: z.object({ ReferrerPolicy: z.string(), ...override }).optional(),
  StrictTransportSecurity: z
    .object({
      AccessControlMaxAgeSec: cfnNumber,
      IncludeSubdomains: cfnBoolean.default(false),
      Preload: cfnBoolean.default(false),
      ...override,
    })
    .optional(),
  XSSProtection: z
    .object({ Protection: cfnBoolean, ModeBlock: cfnBoolean.default(false), ...override })
    .optional(),
});
const policySchema = z.object({
  ResponseHeadersPolicyConfig: z.object({
    CustomHeadersConfig: z
      .object({ Items: z.array(z.object({ Header: z.string(), Value: z.string(), ...override })) })
      .optional(),
    RemoveHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string() })) }).optional(),
    SecurityHeadersConfig: securitySchema.optional(),
    CorsConfig: z.never('the local run plays no CORS: sites and API share an origin').optional(),
  }),
});

/** `AWS::CloudFront::ResponseHeadersPolicy`: the headers every answer of a site carries, here as in the cloud. */
export const headersPolicyProvider: Provider = (resource, cloud) => {
  const { ResponseHeadersPolicyConfig: config } = policySchema.parse(resource.properties);
  const policy: HeadersPolicy = {
    set: [
      ...securityHeaders(config.SecurityHeadersConfig ?? {}),
      ...(config.CustomHeadersConfig?.Items ?? []).map((item) => ({
        name: item.Header.toLowerCase(),
        value: item.Value,
        overrides: item.Override,
      })),
    ],
    remove: (config.RemoveHeadersConfig?.Items ?? []).map(({ Header }) => Header.toLowerCase()),
  };
  const id = physicalId(resource, 32);
  cloud.headersPolicies.set(id, policy);
  return { ref: id, attributes: { Id: id } };
};

function securityHeaders(config: z.infer<typeof securitySchema>): HeadersPolicy['set'] {
  const { ContentSecurityPolicy: csp, ContentTypeOptions: sniff, FrameOptions: frame } = config;
  const { ReferrerPolicy: referrer, StrictTransportSecurity: hsts, XSSProtection: xss } = config;
  const headers: { name: string; value: string; overrides: boolean }[] = [];
  const add = (name: string, value: string, overrides: boolean): void => {
    headers.push({ name, value, overrides });
  };
  if (csp) add('content-security-policy', csp.ContentSecurityPolicy, csp.Override);
  if (sniff) add('x-content-type-options', 'nosniff', sniff.Override);
  if (frame) add('x-frame-options', frame.FrameOption, frame.Override);
  if (referrer) add('referrer-policy', referrer.ReferrerPolicy, referrer.Override);
  if (hsts) {
    const { AccessControlMaxAgeSec: age, IncludeSubdomains: subdomains, Preload: preload } = hsts;
    const value = `max-age=${String(age)}${subdomains ? '; includeSubDomains' : ''}${preload ? '; preload' : ''}`;
    add('strict-transport-security', value, hsts.Override);
  }
  if (xss)
    add('x-xss-protection', xss.Protection ? `1${xss.ModeBlock ? '; mode=block' : ''}` : '0', xss.Override);
  return headers;
}
