import middy from '@middy/core';
import type { Audience, Route } from '#contracts/route.ts';
import { routes } from '#contracts/routes.ts';
import { stillIn } from '#usecases/caller/still-in.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Caller, Context } from '#usecases/ports/context.ts';
import type { Scope, Within } from '#usecases/ports/scopes.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import type { SessionAnswer } from '#usecases/session/visitor.ts';
import type { Contexts } from '../container.ts';
import { answerOf } from './answer-of.ts';
import { cameFromOurPage } from './came-from-our-page.ts';
import { cameThroughEdge } from './came-through-edge.ts';
import { setCookies } from './cookie.ts';
import type { ApiAnswer, ApiEvent } from './event.ts';
import { worksInSeveral, type Handlers } from './handlers.ts';
import { isOwnSite } from './is-own-site.ts';
import { log } from './log.ts';
import { observe } from './observe.ts';
import { readCaller } from './read-caller.ts';
import { readInput, type AnyInput } from './read-input.ts';
import { readVisitor } from './read-visitor.ts';
import { problemAnswer } from './respond.ts';
import { mayWorkIn, scopeOf } from './scope-of.ts';
import { whileStillIn } from './while-still-in.ts';

/** A handler after its types have done their work: which input belongs to which route is settled by the table below. */
type AnyHandler = (input: AnyInput, caller: unknown, context: unknown) => Promise<Result<unknown>>;
interface Served {
  readonly route: Route;
  readonly handler: AnyHandler;
}

/** What the use cases of a request are given, bound to its scope; `undefined` is the function's own, shared items. */
export type ContextFor<A extends Route['audience']> = (scope: Scope | undefined) => Contexts[A];

export interface Api<A extends Route['audience']> {
  readonly audience: A;
  readonly handlers: Handlers<A>;
  readonly contextFor: ContextFor<A>;
  readonly originSecret: string;
}

const hasAudience = (route: Route): route is Route & { audience: Audience } => route.audience !== 'open';

/** API Gateway has matched the request to one route of the contract; its key finds the handler. */
const tableOf = (api: {
  readonly audience: Route['audience'];
  readonly handlers: Readonly<Record<string, unknown>>;
}): ReadonlyMap<string, Served> =>
  new Map(
    routes
      .filter((route) => route.audience === api.audience)
      .map((route): [string, Served] => [
        `${route.method} ${route.path}`,
        { route, handler: api.handlers[route.name] as AnyHandler },
      ]),
  );

/** A context whose kind is settled by the audience. */
type AnyContextFor = (scope: Scope | undefined) => Context;

/** A use case that works in several scopes gets those of its caller and no other. */
const severalScopes =
  (caller: Caller, contextFor: AnyContextFor): Within =>
  (scope) => {
    if (!mayWorkIn(scope, caller)) throw new Error('A use case asked for a scope that is not its caller’s.');
    return contextFor(scope).store;
  };

const answerVisitor = async (
  { route, handler }: Served,
  event: ApiEvent,
  contextFor: AnyContextFor,
): Promise<Result<ApiAnswer>> => {
  if (!isOwnSite(event)) return fail('not-found');
  const input = readInput(route, event);
  if (!input.ok) return input;
  const result = await handler(input.value, readVisitor(event), contextFor(undefined));
  if (!result.ok) return result;
  const { answer, ...kept } = result.value as SessionAnswer<unknown>;
  const cookies = setCookies(event.pathParameters?.['audience'] ?? '', kept);
  return ok({
    ...answerOf(route.response, answer),
    ...(cookies.length === 0 ? {} : { cookies: [...cookies] }),
  });
};

/** The diary that a path of a person names. */
const diaryIn = ({ pathParameters: named }: ApiEvent): DiaryIds | undefined =>
  named?.['c'] === undefined || named['p'] === undefined
    ? undefined
    : { centre: named['c'], patient: named['p'] };

/** Where the caller's own job or link stands: staff's at their centre, whoever's diary they ask for. */
const standingScope = (caller: Caller, asked: Scope | undefined): Scope | undefined =>
  caller.kind === 'staff' ? { of: 'centre', centre: caller.centre } : asked;

const answerCaller = async (
  { route, handler }: Served & { readonly route: { audience: Audience } },
  event: ApiEvent,
  contextFor: AnyContextFor,
): Promise<Result<ApiAnswer>> => {
  const caller = readCaller(route, event);
  if (!caller.ok) return caller;
  const scope = scopeOf(route, caller.value, event);
  if (!scope.ok) return scope;
  const input = readInput(route, event);
  if (!input.ok) return input;
  const context = contextFor(scope.value);
  const several = worksInSeveral(route.reach) ? { within: severalScopes(caller.value, contextFor) } : {};
  const result = await whileStillIn(
    route,
    () => stillIn(contextFor(standingScope(caller.value, scope.value)), caller.value, diaryIn(event)),
    (standing) => handler(input.value, { ...caller.value, ...standing }, { ...context, ...several }),
  );
  return result.ok ? ok(answerOf(route.response, result.value)) : result;
};

const answer = async (
  served: Served | undefined,
  event: ApiEvent,
  contextFor: AnyContextFor,
): Promise<Result<ApiAnswer>> => {
  if (served === undefined) return fail('not-found');
  const { route, handler } = served;
  // Also where a token and no cookie decides: the rule then has no list of exceptions that could be wrong.
  if (route.method !== 'GET' && !cameFromOurPage(event)) return fail('not-allowed');
  return hasAudience(route)
    ? answerCaller({ route, handler }, event, contextFor)
    : answerVisitor({ route, handler }, event, contextFor);
};

/**
 * The Lambda handler of one audience: routes of the contract in, use cases out. Ids, caller, parsing, serialising,
 * problems, logs and metrics are here, so that a handler is one call.
 */
export const createApi = <A extends Route['audience']>(api: Api<A>) => {
  const table = tableOf(api);
  return middy<ApiEvent, ApiAnswer>()
    .use(observe(() => performance.now()))
    .handler(async (event: ApiEvent): Promise<ApiAnswer> => {
      const correlationId = event.requestContext.requestId;
      if (!cameThroughEdge(event, api.originSecret)) {
        log.error('request came round the edge', { correlationId });
        return problemAnswer({ code: 'not-found' }, correlationId);
      }
      const result = await answer(table.get(event.routeKey), event, api.contextFor);
      return result.ok ? result.value : problemAnswer(result.failure, correlationId);
    });
};
