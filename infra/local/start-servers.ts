import { appendFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { PlacedSite } from './addresses.ts';
import type { Cloud } from './cloud.ts';
import type { CognitoServer } from './cognito/start.ts';
import type { Account } from './console/account.ts';
import { CONSOLE_PATH, createConsole } from './console/create-console.ts';
import type { Status } from './console/status.ts';
import type { Functions } from './functions/start-functions.ts';
import { createHttpApi, type AnswerRequest } from './http-api/create-http-api.ts';
import type { HttpApi } from './http-api/http-api.ts';
import type { Origin, Platform } from './iam/platform.ts';
import { listen } from './listen.ts';
import type { MailServer } from './mail/start.ts';
import type { Ports } from './ports.ts';
import { localS3Client } from './s3/local-s3-client.ts';
import type { Schedules } from './schedules/start-schedules.ts';
import { serve } from './serve.ts';
import { applyHeadersPolicy } from './sites/apply-headers-policy.ts';
import { createSite } from './sites/create-site.ts';
import type { Stopper } from './stopper.ts';

type Parts = {
  readonly cloud: Cloud;
  readonly sites: readonly PlacedSite[];
  readonly ports: Ports;
  readonly stopper: Stopper;
  readonly log: (line: string) => void;
  readonly accounts: readonly Account[];
  readonly functions: Functions;
  readonly schedules: Schedules;
  readonly mail: MailServer;
  readonly pools: CognitoServer;
  readonly platform: Platform;
};

/**
 * Serves the HTTP APIs and the sites; the console is on the first site.
 *
 * @returns every address people can use.
 */
export async function startServers(parts: Parts): Promise<Record<string, string>> {
  const { cloud, ports, sites, log, stopper } = parts;
  const apis = new Map([...cloud.httpApis.values()].map((api) => [api.domain, apiOf(parts, api.id)]));
  const [firstApi] = apis.values();
  if (firstApi !== undefined) stopper.add((await listen(serve(firstApi, log), ports.httpApi)).stop);
  const s3 = localS3Client(cloud.endpoints.s3);
  stopper.add(() => {
    s3.destroy();
  });
  const addresses: Record<string, string> = {};
  for (const { distribution, address } of sites) addresses[distribution.name] = address;
  if (sites[0] !== undefined) addresses['console'] = `${sites[0].address}${CONSOLE_PATH}/`;
  addresses['mailbox'] = parts.mail.mailboxUrl;
  if (firstApi !== undefined) addresses['api'] = `http://localhost:${String(ports.httpApi)}`;
  const console_ = createConsole({
    status: () => statusOf(parts, addresses),
    runSchedule: parts.schedules.runNow,
    bounceMail: parts.mail.bounce,
  });
  for (const [index, { distribution, port }] of sites.entries()) {
    const cloudFront = { service: 'cloudfront.amazonaws.com', sourceArn: distribution.arn };
    const site = createSite(distribution, cloud, {
      s3,
      apiAt: (domain) => apis.get(domain),
      refusalToRead: (objectArn) => parts.platform.byService('site-reads-files', cloudFront, objectArn),
    });
    const answer = index === 0 ? withConsole(site, console_, headersPolicyOf(cloud, sites[0])) : site;
    stopper.add((await listen(serve(answer, log), port)).stop);
  }
  return addresses;
}

const routedEvent = z.object({
  routeKey: z.string(),
  requestContext: z.object({ stage: z.string() }),
});

/** API Gateway names the route it calls for: `arn:aws:execute-api:…:{api}/{stage}/{method}{path}`. */
function apiOrigin({ id, domain, account }: HttpApi, event: unknown): Origin {
  const { routeKey, requestContext } = routedEvent.parse(event);
  const region = domain.split('.')[2] ?? '';
  const route = routeKey.replace(' ', '');
  const sourceArn = `arn:aws:execute-api:${region}:${account}:${id}/${requestContext.stage}/${route}`;
  return { service: 'apigateway.amazonaws.com', sourceArn };
}

function apiOf(parts: Parts, id: string): AnswerRequest {
  const api = parts.cloud.httpApis.get(id);
  if (api === undefined) throw new Error(`There is no HTTP API ${id}`);
  return createHttpApi(api, {
    invoke: parts.platform.invokeFor('api-invokes', (event) => apiOrigin(api, event)),
    clock: () => Temporal.Now.instant().epochMilliseconds,
    writeAccessLog: (line) => {
      appendFileSync(join(parts.cloud.dataDirectory, 'logs', 'http-api-access.log'), `${line}\n`);
    },
    keys: {
      // `https://cognito-idp.{region}.amazonaws.com/{pool}` in the template; the pool is the same here.
      issuerOf: (templateIssuer) =>
        parts.pools.issuer(templateIssuer.slice(templateIssuer.lastIndexOf('/') + 1)),
      fetchKeys: async (issuer) => {
        const response = await fetch(`${issuer}/.well-known/jwks.json`);
        const keys: unknown = await response.json();
        return keys;
      },
    },
  });
}

type Policy = Parameters<typeof applyHeadersPolicy>[1];

/** The console goes out with the site's own security headers: it has to work under them. */
function headersPolicyOf(cloud: Cloud, site: PlacedSite | undefined): Policy {
  const id = site?.distribution.behaviours.at(-1)?.headersPolicyId;
  return cloud.headersPolicies.get(id ?? '') ?? { set: [], remove: [] };
}

function withConsole(site: AnswerRequest, console_: AnswerRequest, policy: Policy): AnswerRequest {
  return async (request) => {
    if (request.path !== CONSOLE_PATH && !request.path.startsWith(`${CONSOLE_PATH}/`)) return site(request);
    const response = await console_(request);
    return { ...response, headers: applyHeadersPolicy(response.headers, policy) };
  };
}

function statusOf(
  { cloud, functions, accounts }: Parts,
  addresses: Readonly<Record<string, string>>,
): Status {
  const ours = [...cloud.functions.values()].filter(({ codeDirectory }) => codeDirectory !== undefined);
  return {
    addresses,
    data: resolve(cloud.dataDirectory),
    functions: ours.map(({ arn, name, memoryMb, timeoutSeconds }) => ({
      name,
      memoryMb,
      timeoutSeconds,
      processes: functions.processesOf(arn),
      log: `logs/${name}.log`,
    })),
    schedules: [...cloud.schedules.values()].map(({ name, expression, timeZone }) => ({
      name,
      expression,
      timeZone,
    })),
    queues: cloud.notices.queues().map(({ name, messages }) => ({ name, messages: messages.length })),
    accounts,
    endpoints: cloud.endpoints,
    outputs: Object.fromEntries(cloud.outputs),
  };
}
