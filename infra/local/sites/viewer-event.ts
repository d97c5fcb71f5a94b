import type { ApiRequest, ApiResponse } from '../http-api/http-api.ts';
import type { Distribution } from './distribution.ts';
import type { ViewerRequest, ViewerResponse } from './viewer-function.ts';

/**
 * The event of a viewer function.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export function toViewerEvent(
  distribution: Distribution,
  eventType: 'viewer-request' | 'viewer-response',
  requestId: string,
  request: ApiRequest,
  response?: ApiResponse,
): object {
  return {
    version: '1.0',
    context: {
      distributionDomainName: distribution.domain,
      distributionId: distribution.id,
      eventType,
      requestId,
    },
    viewer: { ip: request.sourceIp },
    request: toViewerRequest(request),
    ...(response === undefined ? {} : { response: toViewerResponse(response) }),
  };
}

function toViewerRequest(request: ApiRequest): ViewerRequest {
  const { cookie = '', ...headers } = request.headers;
  const cookies = cookie.split(/;\s*/).filter((pair) => pair !== '');
  return {
    method: request.method,
    uri: request.path,
    // Values keep their escapes, as CloudFront leaves them.
    querystring: Object.fromEntries(pairsOf(request.query.split('&').filter((pair) => pair !== ''))),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }])),
    cookies: Object.fromEntries(pairsOf(cookies)),
  };
}

function pairsOf(pairs: readonly string[]): [string, { value: string }][] {
  return pairs.map((pair) => {
    const equals = pair.indexOf('=');
    return equals < 0 ? [pair, { value: '' }] : [pair.slice(0, equals), { value: pair.slice(equals + 1) }];
  });
}

function toViewerResponse(response: ApiResponse): ViewerResponse {
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers.map(([name, value]) => [name, { value }])),
  };
}

/** The request to send on after a viewer function changed it; the body is never its to see. */
export function fromViewerRequest(viewer: ViewerRequest, original: ApiRequest): ApiRequest {
  const cookies = Object.entries(viewer.cookies).map(([name, { value }]) => `${name}=${value}`);
  const headers = Object.fromEntries(
    Object.entries(viewer.headers).map(([name, { value }]) => [name.toLowerCase(), value]),
  );
  return {
    ...original,
    method: viewer.method,
    path: viewer.uri,
    // A name given twice is kept as it came: the event holds only its first value.
    query: sameNames(original.query, viewer) ? original.query : queryOf(viewer),
    headers: cookies.length === 0 ? headers : { ...headers, cookie: cookies.join('; ') },
  };
}

function queryOf(viewer: ViewerRequest): string {
  return Object.entries(viewer.querystring)
    .map(([name, { value }]) => `${name}=${value}`)
    .join('&');
}

function sameNames(query: string, viewer: ViewerRequest): boolean {
  const before = pairsOf(query.split('&').filter((pair) => pair !== ''));
  const names = new Set(before.map(([name]) => name));
  return (
    names.size === Object.keys(viewer.querystring).length &&
    before.every(([name, { value }]) => viewer.querystring[name]?.value === value)
  );
}

/** What a viewer function answered by itself. */
export function fromViewerResponse(viewer: ViewerResponse): ApiResponse {
  const { body } = viewer;
  return {
    status: viewer.statusCode,
    headers: Object.entries(viewer.headers).map(([name, { value }]) => [name.toLowerCase(), value] as const),
    body:
      typeof body === 'object'
        ? Buffer.from(body.data, body.encoding === 'base64' ? 'base64' : 'utf8')
        : Buffer.from(body ?? ''),
  };
}
