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
    querystring: valuesOf(request.query.split('&').filter((pair) => pair !== '')),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }])),
    cookies: valuesOf(cookies),
  };
}

type Value = { value: string; multiValue?: { value: string }[] | undefined };

/** A name given more than once keeps all its values in `multiValue`. */
function valuesOf(pairs: readonly string[]): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    const value = equals < 0 ? '' : pair.slice(equals + 1);
    const before = values[name];
    values[name] =
      before === undefined
        ? { value }
        : { ...before, multiValue: [...(before.multiValue ?? [{ value: before.value }]), { value }] };
  }
  return values;
}

function toViewerResponse(response: ApiResponse): ViewerResponse {
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers.map(([name, value]) => [name, { value }])),
  };
}

/** The request to send on after a viewer function changed it; the body is never its to see. */
export function fromViewerRequest(viewer: ViewerRequest, original: ApiRequest): ApiRequest {
  const cookies = joined(viewer.cookies, '; ');
  const headers = Object.fromEntries(
    Object.entries(viewer.headers).map(([name, { value }]) => [name.toLowerCase(), value]),
  );
  return {
    ...original,
    method: viewer.method,
    path: viewer.uri,
    query: joined(viewer.querystring, '&'),
    headers: cookies === '' ? headers : { ...headers, cookie: cookies },
  };
}

function joined(values: Readonly<Record<string, Value>>, separator: string): string {
  return Object.entries(values)
    .flatMap(([name, { value, multiValue }]) =>
      (multiValue ?? [{ value }]).map((one) => `${name}=${one.value}`),
    )
    .join(separator);
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
