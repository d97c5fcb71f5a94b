import type * as z from 'zod';
import type { Answer } from './authorisation/answers.ts';
import type { SituationName } from './authorisation/situations.ts';
import type { RegistryJob, StaffJob } from '#domain/vocabulary.ts';

/** Who a route is for. `open` routes need no token; the others take the ID token of their own user pool. */
export const AUDIENCES = ['diary', 'centre', 'registry'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Which jobs may call a route. `everyone` is anyone whom the audience's pool signed in. */
export type Groups = 'everyone' | readonly (StaffJob | RegistryJob)[];

/**
 * Whose data a request to a route may touch, which decides the credentials it works with: its own account, one diary
 * named in the path, the caller's centre, one patient of it, a diary that another centre shares, the registry's own
 * items, or nothing of anyone before the person is known.
 */
export const REACHES = ['open', 'account', 'diary', 'centre', 'patient', 'shared-diary', 'registry'] as const;
export type Reach = (typeof REACHES)[number];

export interface Route {
  /** Unique, kebab-case: the key of the handler, of the typed client's method and of the OpenAPI operation. */
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'POST';
  /** HTTP API path with `{placeholders}`. */
  readonly path: string;
  readonly audience: Audience | 'open';
  readonly groups: Groups;
  /** Follows from the audience and the path. */
  readonly reach: Reach;
  /** One sentence for the people who read the OpenAPI document. */
  readonly does: string;
  /** Situations that mean something else here than on other routes, each with the reason. */
  readonly otherwise: Otherwise | undefined;
  readonly params: z.ZodObject | undefined;
  readonly query: z.ZodObject | undefined;
  readonly body: z.ZodObject | undefined;
  /** `file` is a download: bytes with a Content-Disposition. */
  readonly response: z.ZodType | 'file' | 'nothing';
  /** `PUT` that may correct takes the version it was made from in `If-Match`. */
  readonly ifMatch: boolean;
  /** Changes nothing. Every `GET` does; a search whose words must stay out of URLs is a `POST` that does. */
  readonly reads: boolean;
}

/** What a route answers in a situation, where that is not what the table of situations says. */
export type Otherwise = Readonly<
  Partial<Record<SituationName, { readonly answers: Answer; readonly why: string }>>
>;

interface Given<A, P, Q, B, R> {
  audience: A;
  groups?: Groups;
  does: string;
  otherwise?: Otherwise;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  ifMatch?: boolean;
  reads?: true;
}

type Method = Route['method'];

type Names<P, K extends string> = P extends { readonly shape: infer S }
  ? K extends keyof S
    ? true
    : false
  : false;
type StaffReach<P> =
  Names<P, 'p'> extends true ? (Names<P, 'c'> extends true ? 'shared-diary' : 'patient') : 'centre';
type ReachOf<A, P> = A extends 'diary'
  ? Names<P, 'p'> extends true
    ? 'diary'
    : 'account'
  : A extends 'centre'
    ? StaffReach<P>
    : A extends 'registry'
      ? 'registry'
      : 'open';

const reachOf = (audience: Route['audience'], path: string): Reach => {
  const names = (part: string): boolean => path.includes(`{${part}}`);
  switch (audience) {
    case 'open':
    case 'registry':
      return audience;
    case 'diary':
      return names('p') ? 'diary' : 'account';
    case 'centre':
      return names('p') ? (names('c') ? 'shared-diary' : 'patient') : 'centre';
  }
};

/** Declares a route and keeps the exact types of its schemas, so that handler and client are typed from it. */
export const route = <
  const N extends string,
  const A extends Route['audience'],
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodObject | undefined = undefined,
  R extends z.ZodType | 'file' | 'nothing' = 'nothing',
>(
  name: N,
  methodAndPath: `${Method} /v1/${string}`,
  given: Given<A, P, Q, B, R>,
) => {
  const [method, path] = methodAndPath.split(' ') as [Method, string];
  return {
    name,
    method,
    path,
    audience: given.audience,
    groups: given.groups ?? 'everyone',
    reach: reachOf(given.audience, path) as ReachOf<A, P>,
    does: given.does,
    otherwise: given.otherwise,
    params: given.params as P,
    query: given.query as Q,
    body: given.body as B,
    response: given.response,
    ifMatch: given.ifMatch ?? false,
    reads: method === 'GET' || given.reads === true,
  };
};
