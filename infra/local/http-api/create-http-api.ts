import { randomUUID } from 'node:crypto';
import type { Invoke, InvocationResult } from '../functions/function-definition.ts';
import { fromResult, gatewayAnswer } from './from-result.ts';
import type { ApiRequest, ApiResponse, HttpApi, Integration, Stage } from './http-api.ts';
import { createJwtAuthoriser, type Authorisation, type KeySource } from './jwt-authoriser.ts';
import { matchRoute, type RouteMatch } from './match-route.ts';
import { createGate, type Gate } from './throttle.ts';
import { logTime, toEvent } from './to-event.ts';

/** Answers requests as the deployed API would. */
export type AnswerRequest = (request: ApiRequest) => Promise<ApiResponse>;

const NO_STAGE: Stage = {
  name: '$default',
  throttle: undefined,
  routeThrottles: new Map(),
  accessLogFormat: undefined,
};

/**
 * An HTTP API of the template, answering in this process.
 *
 * @param options.writeAccessLog takes one formatted line for each request, where the stage keeps an access log.
 */
export function createHttpApi(
  api: HttpApi,
  options: {
    readonly invoke: Invoke;
    readonly keys: KeySource;
    readonly clock: () => number;
    readonly writeAccessLog: (line: string) => void;
  },
): AnswerRequest {
  const stage = api.stages.find(({ name }) => name === '$default') ?? api.stages[0] ?? NO_STAGE;
  const gateOf = gatesOf(stage);
  const authorisers = new Map(
    [...api.authorizers].map(([id, each]) => [id, createJwtAuthoriser(each, options.keys)]),
  );

  const authorise = async (
    match: RouteMatch,
    request: ApiRequest,
    nowMs: number,
  ): Promise<Authorisation | undefined> => {
    const { authorizerId, scopes } = match.route;
    if (authorizerId === undefined) return undefined;
    const authoriser = authorisers.get(authorizerId);
    const header = api.authorizers.get(authorizerId)?.header;
    if (authoriser === undefined || header === undefined)
      throw new Error(`${match.route.key} has an unknown authoriser`);
    return authoriser(request.headers[header], scopes, nowMs);
  };

  const answer = async (
    request: ApiRequest,
    match: RouteMatch | undefined,
    requestId: string,
  ): Promise<ApiResponse> => {
    const nowMs = options.clock();
    if (match === undefined) return gatewayAnswer(404, 'Not Found');
    if (!gateOf(match.route.key)(nowMs)) return gatewayAnswer(429, 'Too Many Requests');
    const authorisation = await authorise(match, request, nowMs);
    if (authorisation?.ok === false) {
      const { status, challenge } = authorisation;
      return gatewayAnswer(status, status === 401 ? 'Unauthorized' : 'Forbidden', challenge);
    }
    if (request.body === undefined) return gatewayAnswer(413, 'Request Entity Too Large');
    const integration = api.integrations.get(match.route.integrationId);
    if (integration === undefined) throw new Error(`${match.route.key} has an unknown integration`);
    const event = toEvent({ api, stage, request, match, authorisation, requestId, nowMs });
    const result = await withinLimit(options.invoke(integration.functionArn, event), integration);
    return result === undefined ? gatewayAnswer(503, 'Service Unavailable') : fromResult(result);
  };

  return async (request) => {
    const requestId = randomUUID();
    const startedAt = options.clock();
    const match = matchRoute(api.routes, request.method, request.path);
    const response = await answer(request, match, requestId);
    if (stage.accessLogFormat !== undefined) {
      options.writeAccessLog(
        formatted(stage.accessLogFormat, {
          requestId,
          routeKey: match?.route.key ?? '',
          status: String(response.status),
          httpMethod: request.method,
          protocol: 'HTTP/1.1',
          stage: stage.name,
          apiId: api.id,
          requestTime: logTime(startedAt),
          requestTimeEpoch: String(startedAt),
          responseLength: String(response.body.length),
          responseLatency: String(options.clock() - startedAt),
          'identity.sourceIp': request.sourceIp,
          path: request.path,
        }),
      );
    }
    return { ...response, headers: [...response.headers, ['apigw-requestid', requestId]] };
  };
}

/** One gate for each route, by its own throttle or by the stage's default for routes. */
function gatesOf(stage: Stage): (routeKey: string) => Gate {
  const gates = new Map<string, Gate>();
  return (routeKey) => {
    const throttle = stage.routeThrottles.get(routeKey) ?? stage.throttle;
    const gate = gates.get(routeKey) ?? (throttle === undefined ? () => true : createGate(throttle));
    gates.set(routeKey, gate);
    return gate;
  };
}

async function withinLimit(
  result: Promise<InvocationResult>,
  integration: Integration,
): Promise<InvocationResult | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, integration.timeoutMs);
  });
  try {
    return await Promise.race([result, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** `$context.name` replaced by its value; what is not known here is `-`, as API Gateway writes it. */
function formatted(format: string, context: Readonly<Record<string, string>>): string {
  return format.replaceAll(/\$context\.([\w.]+)/g, (_all, name: string) => context[name] ?? '-');
}
