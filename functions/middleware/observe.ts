import type { MiddlewareObj } from '@middy/core';
import type { ApiAnswer, ApiEvent } from './event.ts';
import { describeError } from './describe-error.ts';
import { log } from './log.ts';
import { countBroken } from './metrics.ts';
import { problemAnswer, withHeaders } from './respond.ts';

/** The API's own request id: the access log has it too, so that a person's report leads to both. */
const correlationIdOf = (event: ApiEvent): string => event.requestContext.requestId;

/** Times every request, turns what was thrown into one 500, and puts on the headers. */
export const observe = (clock: () => number): MiddlewareObj<ApiEvent, ApiAnswer> => {
  const started = new WeakMap<ApiEvent, number>();
  return {
    before: ({ event }) => {
      started.set(event, clock());
    },
    after: (request) => {
      const { event, response } = request;
      if (response === null || response === undefined) throw new Error('A request got no answer.');
      const correlationId = correlationIdOf(event);
      request.response = withHeaders(response, correlationId);
      log.info('request answered', {
        correlationId,
        route: event.routeKey,
        status: response.statusCode ?? 200,
        milliseconds: Math.round(clock() - (started.get(event) ?? clock())),
      });
    },
    onError: (request) => {
      const correlationId = correlationIdOf(request.event);
      log.error('request broke', {
        correlationId,
        route: request.event.routeKey,
        ...describeError(request.error),
      });
      countBroken();
      request.response = withHeaders(problemAnswer({ code: 'broken' }, correlationId), correlationId);
    },
  };
};
