import type { ApiRequest, HttpApi, Stage } from './http-api.ts';
import type { RouteMatch } from './match-route.ts';
import type { Authorisation } from './jwt-authoriser.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A request as a function gets it, in payload format 2.0.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function toEvent(options: {
  readonly api: HttpApi;
  readonly stage: Stage;
  readonly request: ApiRequest;
  readonly match: RouteMatch;
  readonly authorisation: Extract<Authorisation, { ok: true }> | undefined;
  readonly requestId: string;
  readonly nowMs: number;
}): Record<string, unknown> {
  const { api, stage, request, match, authorisation, requestId, nowMs } = options;
  const { cookie, ...headers } = request.headers;
  const body = request.body ?? Buffer.alloc(0);
  const isText = isSentAsText(headers['content-type']);
  const query = queryParameters(request.query);
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers: { ...headers, host: api.domain },
    ...(query === undefined ? {} : { queryStringParameters: query }),
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      ...(authorisation === undefined
        ? {}
        : {
            authorizer: {
              jwt: {
                claims: authorisation.claims,
                scopes: authorisation.scopes.length > 0 ? authorisation.scopes : null,
              },
            },
          }),
      domainName: api.domain,
      domainPrefix: api.id,
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: match.route.key,
      stage: stage.name,
      time: logTime(nowMs),
      timeEpoch: nowMs,
    },
    ...(Object.keys(match.pathParameters).length === 0 ? {} : { pathParameters: match.pathParameters }),
    ...(body.length === 0 ? {} : { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** HTTP APIs hand these on as text and everything else in base64. */
function isSentAsText(contentType: string | undefined): boolean {
  const type = (contentType ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';
  return (
    type.startsWith('text/') ||
    ['application/json', 'application/xml', 'application/javascript'].includes(type)
  );
}

/** Values of one name are joined with commas; undefined when there are none. */
function queryParameters(query: string): Record<string, string> | undefined {
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = parameters.get(name);
    parameters.set(name, before === undefined ? value : `${before},${value}`);
  }
  return parameters.size === 0 ? undefined : Object.fromEntries(parameters);
}

/** `22/Nov/2026:07:05:00 +0000`, the form of requestContext.time. */
export function logTime(epochMs: number): string {
  const [date = '', time = ''] = new Date(epochMs).toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${MONTHS[Number(month) - 1] ?? ''}/${year}:${time.slice(0, 8)} +0000`;
}
