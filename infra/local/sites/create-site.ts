import { randomUUID } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Cloud } from '../cloud.ts';
import type { AnswerRequest } from '../http-api/create-http-api.ts';
import type { ApiRequest, ApiResponse } from '../http-api/http-api.ts';
import { applyHeadersPolicy } from './apply-headers-policy.ts';
import { compress } from './compress.ts';
import type { Behaviour, Distribution, Origin } from './distribution.ts';
import { withEdgeCache } from './edge-cache.ts';
import { matchesPath } from './matches-path.ts';
import { ACCESS_DENIED, readObject } from './read-object.ts';
import { createViewerFunction, parseViewerAnswer, type ViewerFunction } from './viewer-function.ts';
import { fromViewerRequest, fromViewerResponse, toViewerEvent } from './viewer-event.ts';

/** What a site needs from outside. */
export type SiteTools = {
  readonly s3: S3Client;
  readonly apiAt: (domain: string) => AnswerRequest | undefined;
  /** Why the distribution may not read an object; undefined when it may. */
  readonly refusalToRead: (objectArn: string) => string | undefined;
};

/**
 * One distribution of the template, answering in this process: behaviours, viewer functions, origins, the response
 * headers policy and compression.
 *
 * @throws when the distribution refers to something no stack makes.
 */
export function createSite(distribution: Distribution, cloud: Cloud, options: SiteTools): AnswerRequest {
  const functions = new Map<string, ViewerFunction>();
  for (const arn of distribution.behaviours.flatMap((each) => [
    each.functions.request,
    each.functions.response,
  ])) {
    if (arn === undefined || functions.has(arn)) continue;
    const { code, name } = known(cloud.viewerFunctions.get(arn), arn);
    functions.set(arn, createViewerFunction(code, name));
  }
  const origins = new Map(
    distribution.origins.map((origin) => [origin.id, originOf(origin, distribution, cloud, options)]),
  );

  const throughFunctions = async (behaviour: Behaviour, request: ApiRequest): Promise<ApiResponse> => {
    const onRequest = functions.get(behaviour.functions.request ?? '');
    const onResponse = functions.get(behaviour.functions.response ?? '');
    const requestId = randomUUID();
    let forwarded = request;
    if (onRequest !== undefined) {
      const event = toViewerEvent(distribution, 'viewer-request', requestId, request);
      const answer = parseViewerAnswer(await onRequest(event));
      if ('response' in answer) return fromViewerResponse(answer.response);
      forwarded = fromViewerRequest(answer.request, request);
    }
    const response = await known(origins.get(behaviour.originId), behaviour.originId)(forwarded);
    if (onResponse === undefined) return response;
    const event = toViewerEvent(distribution, 'viewer-response', requestId, forwarded, response);
    const answer = parseViewerAnswer(await onResponse(event));
    return 'response' in answer ? { ...fromViewerResponse(answer.response), body: response.body } : response;
  };

  return async (request) => {
    const behaviour = known(
      distribution.behaviours.find((each) => matchesPath(each.pathPattern, request.path)),
      request.path,
    );
    const response = behaviour.methods.includes(request.method)
      ? await throughFunctions(behaviour, request)
      : {
          status: 403,
          headers: [['content-type', 'text/html'] as const],
          body: Buffer.from('<h1>403 ERROR</h1>'),
        };
    const policyId = behaviour.headersPolicyId;
    const policy = policyId === undefined ? undefined : known(cloud.headersPolicies.get(policyId), policyId);
    const headers = policy === undefined ? response.headers : applyHeadersPolicy(response.headers, policy);
    return behaviour.compresses ? compressed({ ...response, headers }, request) : { ...response, headers };
  };
}

function originOf(
  origin: Origin,
  distribution: Distribution,
  cloud: Cloud,
  { s3, apiAt, refusalToRead }: SiteTools,
): AnswerRequest {
  const api = apiAt(origin.domain);
  if (api !== undefined) return (request) => api(toOrigin(request, origin));
  const bucket = [...cloud.buckets.values()].find(({ domain }) => domain === origin.domain);
  const { name } = known(bucket, origin.domain);
  const readFile = withEdgeCache((key) => readObject(s3, name, key));
  return (request) => {
    const key = keyOf(request.path, origin, distribution);
    const refused = refusalToRead(`arn:aws:s3:::${name}/${key}`) !== undefined;
    return refused ? Promise.resolve(ACCESS_DENIED) : readFile(key, request);
  };
}

/** As the managed request policies for APIs do: everything of the viewer but Host, then the origin's own headers. */
function toOrigin(request: ApiRequest, origin: Origin): ApiRequest {
  const { host: _host, ...headers } = request.headers;
  return { ...request, headers: { ...headers, 'x-forwarded-for': request.sourceIp, ...origin.headers } };
}

function keyOf(path: string, origin: Origin, { rootObject }: Distribution): string {
  const name = path === '/' ? `/${rootObject}` : path;
  const decoded = decodeURIComponent(name.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'));
  return `${origin.path}${decoded}`.slice(1);
}

async function compressed(response: ApiResponse, request: ApiRequest): Promise<ApiResponse> {
  if (response.status !== 200) return response;
  const type = response.headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  if (response.headers.some(([name]) => name === 'content-encoding')) return response;
  const smaller = await compress(response.body, type, request.headers['accept-encoding'] ?? '');
  if (smaller === undefined) return response;
  const headers = response.headers.map(([name, value]): [string, string] => [
    name,
    name === 'etag' ? `W/${value}` : value,
  ]);
  headers.push(['content-encoding', smaller.encoding], ['vary', 'Accept-Encoding']);
  return { ...response, headers, body: smaller.body };
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`A distribution refers to ${what}, which no stack makes`);
  return value;
}
