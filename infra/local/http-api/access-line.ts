import type { ApiRequest, ApiResponse, HttpApi, Stage } from './http-api.ts';
import { logTime } from './to-event.ts';

/** A request that has been answered; times in epoch milliseconds. */
export type Answered = {
  readonly api: HttpApi;
  readonly stage: Stage;
  readonly request: ApiRequest;
  readonly response: ApiResponse;
  readonly requestId: string;
  readonly routeKey: string;
  readonly startedAt: number;
  readonly endedAt: number;
};

/**
 * A line of the access log: the stage's format with each `$context` variable replaced; one that is not known here
 * becomes `-`, as API Gateway writes what a request has no value for.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
export function accessLine(format: string, answered: Answered): string {
  const { api, stage, request, response, startedAt } = answered;
  const context: Readonly<Record<string, string>> = {
    requestId: answered.requestId,
    routeKey: answered.routeKey,
    status: String(response.status),
    httpMethod: request.method,
    path: request.path,
    protocol: 'HTTP/1.1',
    stage: stage.name,
    apiId: api.id,
    requestTime: logTime(startedAt),
    requestTimeEpoch: String(startedAt),
    responseLength: String(response.body.length),
    responseLatency: String(answered.endedAt - startedAt),
    'identity.sourceIp': request.sourceIp,
    'identity.userAgent': request.headers['user-agent'] ?? '-',
  };
  return format.replaceAll(/\$context\.([\w.]+)/g, (_all, name: string) => context[name] ?? '-');
}
