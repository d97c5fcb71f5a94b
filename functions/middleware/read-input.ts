import type * as z from 'zod';
import type { Route } from '#contracts/route.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { headerOf, type ApiEvent } from './event.ts';
import { fieldProblems } from './field-problems.ts';
import { readJson } from './read-json.ts';

/** The parts of a request after their schemas; the typed form is {@link Input}. */
export interface AnyInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly ifMatch: number | undefined;
}

const parsed = (schema: z.ZodObject, value: unknown): Result<unknown> => {
  const read = schema.safeParse(value, { reportInput: true });
  return read.success ? ok(read.data) : fail('invalid', { fields: fieldProblems(read.error) });
};

/** An id of the wrong form can't be anybody's, so it answers exactly as one that does not exist. */
const readParams = (route: Route, event: ApiEvent): Result<unknown> => {
  if (route.params === undefined) return ok(undefined);
  const read = parsed(route.params, event.pathParameters ?? {});
  return read.ok ? read : fail('not-found');
};

const readQuery = (route: Route, event: ApiEvent): Result<unknown> => {
  const given = event.queryStringParameters ?? {};
  if (route.query !== undefined) return parsed(route.query, given);
  const [unknown] = Object.keys(given);
  return unknown === undefined ? ok(undefined) : invalid(`/${unknown}`, 'unknown');
};

const readBody = (route: Route, event: ApiEvent): Result<unknown> => {
  if (route.body === undefined) {
    return event.body === undefined || event.body === '' ? ok(undefined) : invalid('', 'unknown');
  }
  const json = readJson(event);
  return json.ok ? parsed(route.body, json.value) : json;
};

/** `"3"`; `W/"3"` too, because a proxy that compresses weakens the tags it passes on (RFC 9110, 8.8.3). */
const readIfMatch = (route: Route, event: ApiEvent): Result<number | undefined> => {
  const tag = headerOf(event, 'if-match');
  if (!route.ifMatch || tag === undefined) return ok(undefined);
  const found = /^(?:W\/)?"([1-9]\d{0,8})"$/.exec(tag.trim());
  return found?.[1] === undefined ? invalid('/if-match', 'wrong-form') : ok(Number(found[1]));
};

/** Everything a route takes, parsed. What is in the path is read first: nothing is said about the body of a thing that isn't there. */
export const readInput = (route: Route, event: ApiEvent): Result<AnyInput> => {
  const params = readParams(route, event);
  if (!params.ok) return params;
  const query = readQuery(route, event);
  if (!query.ok) return query;
  const ifMatch = readIfMatch(route, event);
  if (!ifMatch.ok) return ifMatch;
  const body = readBody(route, event);
  if (!body.ok) return body;
  return ok({ params: params.value, query: query.value, body: body.value, ifMatch: ifMatch.value });
};
