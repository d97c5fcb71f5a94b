import type { RouteName, RouteNamed } from '#contracts/routes.ts';
import type * as z from 'zod';

type Input<T> = T extends z.ZodType ? z.input<T> : never;

type WithParams<P> = [P] extends [z.ZodObject]
  ? { params: Record<keyof z.input<P> & string, string> }
  : object;
type WithQuery<Q> = [Q] extends [z.ZodObject] ? { query: z.input<Q> } : object;
type WithBody<B> = [B] extends [z.ZodObject] ? { body: Input<B> } : object;

/** What a route is called with: its params, query and body, and the version a correction starts from. */
export type Call<N extends RouteName> = WithParams<RouteNamed<N>['params']> &
  WithQuery<RouteNamed<N>['query']> &
  WithBody<RouteNamed<N>['body']> & { version?: number };

/** A downloaded file with the name the API gave it. */
export interface Download {
  readonly blob: Blob;
  readonly fileName: string;
  /** How many of what is in it, where the API says so. */
  readonly contents?: Readonly<Record<string, number>>;
}

/** What a route answers with. */
export type Answer<N extends RouteName> = RouteNamed<N>['response'] extends z.ZodType
  ? z.output<RouteNamed<N>['response']>
  : RouteNamed<N>['response'] extends 'file'
    ? Download
    : undefined;

/** The same, without a route's types: what the sender works with. */
export interface PlainCall {
  readonly params?: object | undefined;
  readonly query?: object | undefined;
  readonly body?: unknown;
  readonly version?: number | undefined;
}
