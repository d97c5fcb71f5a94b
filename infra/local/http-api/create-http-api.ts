import { randomUUID } from 'node:crypto';
import type { Invoke, InvocationResult } from '../functions/function-definition.ts';
import { accessLine } from './access-line.ts';
import { fromResult, gatewayAnswer } from './from-result.ts';
import type { ApiRequest, ApiResponse, HttpApi, Integration, Stage } from './http-api.ts';
import { createJwtAuthoriser, type Authorisation, type KeySource } from './jwt-authoriser.ts';
import { matchRoute, type RouteMatch } from './match-route.ts';
import { createGate, type Gate } from './throttle.ts';
import { toEvent } from './to-event.ts';

/** Answers requests as the deployed API would. */
export type AnswerRequest = (request: ApiRequest) => Promise<ApiResponse>;

const NO_STAGE: Stage = {
  name: '$default',
  throttle: undefined,
  routeThrottles: new Map(),
  accessLogFormat: undefined,
};

/** What an HTTP API needs from outside. */
export type HttpApiTools = {
  readonly invoke: Invoke;
  readonly keys: KeySource;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Takes one formatted line for each request, where the stage keeps an access log. */
  readonly writeAccessLog: (line: string) => void;
};

/** An HTTP API of the template, answering in this process. */
export function createHttpApi(api: HttpApi, tools: HttpApiTools): AnswerRequest {
  const stage = api.stages.find(({ name }) => name === '$default') ?? api.stages[0] ?? NO_STAGE;
  const gateOf = gatesOf(stage);
  const authorise = authorisation(api, tools);

  const answer = async (
    request: ApiRequest,
    match: RouteMatch | undefined,
    requestId: string,
  ): Promise<ApiResponse> => {
    const nowMs = tools.clock();
    if (match === undefined) return gatewayAnswer(404, 'Not Found');
    if (!gateOf(match.route.key)(nowMs)) return gatewayAnswer(429, 'Too Many Requests');
    const allowed = await authorise(match, request, nowMs);
    if (allowed?.ok === false) {
      return gatewayAnswer(
        allowed.status,
        allowed.status === 401 ? 'Unauthorized' : 'Forbidden',
        allowed.challenge,
      );
    }
    if (request.body === undefined) return gatewayAnswer(413, 'Request Entity Too Large');
    const integration = api.integrations.get(match.route.integrationId);
    if (integration === undefined) throw new Error(`${match.route.key} has an unknown integration`);
    const event = toEvent({ api, stage, request, match, authorisation: allowed, requestId, nowMs });
    const result = await withinLimit(tools.invoke(integration.functionArn, event), integration);
    return result === undefined ? gatewayAnswer(503, 'Service Unavailable') : fromResult(result);
  };

  return async (request) => {
    const requestId = randomUUID();
    const startedAt = tools.clock();
    const match = matchRoute(api.routes, request.method, request.path);
    const response = await answer(request, match, requestId);
    if (stage.accessLogFormat !== undefined) {
      const context = { api, stage, request, response, requestId, startedAt, endedAt: tools.clock() };
      tools.writeAccessLog(
        accessLine(stage.accessLogFormat, { ...context, routeKey: match?.route.key ?? '' }),
      );
    }
    return { ...response, headers: [...response.headers, ['apigw-requestid', requestId]] };
  };
}

/** Answers undefined on open routes. */
function authorisation(api: HttpApi, { keys }: HttpApiTools) {
  const authorisers = new Map(
    [...api.authorizers].map(([id, each]) => [id, createJwtAuthoriser(each, keys)]),
  );
  return async (
    { route }: RouteMatch,
    request: ApiRequest,
    nowMs: number,
  ): Promise<Authorisation | undefined> => {
    if (route.authorizerId === undefined) return undefined;
    const authoriser = authorisers.get(route.authorizerId);
    const header = api.authorizers.get(route.authorizerId)?.header;
    if (authoriser === undefined || header === undefined)
      throw new Error(`${route.key} has an unknown authoriser`);
    return authoriser(request.headers[header], route.scopes, nowMs);
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
