import * as z from 'zod';
import { routes, type RouteName } from '#contracts/routes.ts';
import { addressOf, newId } from '../e2e/call-api.ts';
import type { Person } from '../e2e/people.ts';
import type { About } from '../examples/example.ts';
import { requestOf } from '../examples/examples.ts';
import { siteOfPath } from '../site-of-path.ts';
import { markBody, type Mark } from './mark.ts';
import type { Line } from './sinks.ts';

const ANYONE = { diary: 'diary', centre: 'centre', registry: 'registry', open: 'diary' } as const;

/** What a walk over the routes has sent, and what it saw come back where others could see it too. */
export interface Walk {
  readonly marks: Mark[];
  readonly lines: Line[];
  /** Answers by route: how often each status. */
  readonly answered: Map<RouteName, number[]>;
}

export const newWalk = (): Walk => ({ marks: [], lines: [], answered: new Map() });

const problemSchema = z.looseObject({ code: z.string() });

const send = async (
  walk: Walk,
  name: RouteName,
  given: { readonly about: About; readonly token: string | undefined; readonly body: unknown },
): Promise<number> => {
  const { method, path, query, ifMatch } = requestOf(name, given.about);
  const audience = routes.find((route) => route.name === name)?.audience ?? 'open';
  const asked = Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`;
  const answer = await fetch(`${addressOf(siteOfPath(path) ?? ANYONE[audience])}${asked}`, {
    method,
    headers: {
      'x-haemdiary': '1',
      ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(given.token === undefined ? {} : { authorization: `Bearer ${given.token}` }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${String(ifMatch)}"` }),
    },
    ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
  });
  const text = await answer.text();
  walk.lines.push({ sink: 'url', where: name, text: asked });
  const named = answer.headers.get('content-disposition');
  if (named !== null) walk.lines.push({ sink: 'export name', where: name, text: named });
  if (answer.status >= 400) {
    problemSchema.or(z.object({ message: z.string() })).parse(JSON.parse(text));
    walk.lines.push({ sink: 'problem', where: name, text });
  }
  walk.answered.set(name, [...(walk.answered.get(name) ?? []), answer.status]);
  return answer.status;
};

/** Every leaf of a body once with a text it does not take: what is wrong is said, what was typed is not repeated. */
const spoilt = (body: unknown, mark: string): readonly unknown[] => {
  if (Array.isArray(body))
    return body.flatMap((one, place) =>
      spoilt(one, mark).map((other) => body.map((each: unknown, at) => (at === place ? other : each))),
    );
  if (typeof body !== 'object' || body === null) return [`\u202E${mark}`];
  return Object.entries(body).flatMap(([key, value]) =>
    spoilt(value, mark).map((other) => ({ ...body, [key]: other })),
  );
};

/**
 * Asks one route: well, with a mark in every field that takes a person's words, and, where it takes a body, once with
 * each field spoilt.
 *
 * @returns the status of the good request
 */
export const walkRoute = async (
  walk: Walk,
  name: RouteName,
  { about, by }: { readonly about: About; readonly by: Person | undefined },
): Promise<number> => {
  const route = routes.find((one) => one.name === name);
  const { body } = requestOf(name, about);
  if (route?.body === undefined) return send(walk, name, { about, token: by?.token, body });
  const marked = markBody(name, route.body, body);
  walk.marks.push(...marked.marks);
  const status = await send(walk, name, { about, token: by?.token, body: marked.body });
  const mark = { field: `${name} (spoilt)`, value: `Zx${newId().slice(0, 8)} Spoilt` };
  walk.marks.push(mark);
  const bad = spoilt(marked.body, mark.value).map((one) =>
    send(walk, name, { about: { ...about, fresh: newId() }, token: by?.token, body: one }),
  );
  await Promise.all(bad);
  return status;
};
