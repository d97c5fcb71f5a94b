import type * as z from 'zod';
import type { Audience, Reach, Route } from '#contracts/route.ts';
import type { AnyRoute, RouteName, RouteNamed } from '#contracts/routes.ts';
import type { Person, RegistryCaller, StaffCaller } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import type { FileAnswer } from '#usecases/ports/file-answer.ts';
import type { Result } from '#usecases/result.ts';
import type { SessionAnswer, Visitor } from '#usecases/session/visitor.ts';
import type { Contexts } from '../container.ts';

type Parsed<S> = S extends z.ZodObject ? z.output<S> : undefined;

/** What a handler is given of the request: each part parsed by the route's own schema. */
export interface Input<N extends RouteName> {
  readonly params: Parsed<RouteNamed<N>['params']>;
  readonly query: Parsed<RouteNamed<N>['query']>;
  readonly body: Parsed<RouteNamed<N>['body']>;
  /** The version a correction starts from; `undefined` creates. */
  readonly ifMatch: number | undefined;
}

/** Who calls the routes of an audience. */
export interface Callers {
  readonly diary: Person;
  readonly centre: StaffCaller;
  readonly registry: RegistryCaller;
  readonly open: Visitor;
}

/** What a route answers; fields its schema does not have are stripped on the way out. */
export type Answer<R extends Route['response']> = R extends z.ZodType
  ? z.input<R>
  : R extends 'file'
    ? FileAnswer
    : undefined;

type Answered<A extends Route['audience'], R extends Route['response']> = A extends Audience
  ? Answer<R>
  : SessionAnswer<Answer<R>>;

/**
 * Where one store is not enough: an account's diaries each have their own scope, one act may be on two of them, and a
 * diary shared by another centre has its own.
 */
const SEVERAL = ['account', 'diary', 'shared-diary'] as const satisfies readonly Reach[];

/** Whether the use cases of a route may work in more than one scope. */
export const worksInSeveral = (reach: Reach): boolean => SEVERAL.some((one) => one === reach);

type Given<R extends Reach> = R extends (typeof SEVERAL)[number] ? Scopes : unknown;

export type Handler<N extends RouteName> = (
  input: Input<N>,
  caller: Callers[RouteNamed<N>['audience']],
  context: Contexts[RouteNamed<N>['audience']] & Given<RouteNamed<N>['reach']>,
) => Promise<Result<Answered<RouteNamed<N>['audience'], RouteNamed<N>['response']>>>;

/** One handler for each route of an audience: a route without one does not compile. */
export type Handlers<A extends Route['audience']> = {
  readonly [N in Extract<AnyRoute, { audience: A }>['name']]: Handler<N>;
};
