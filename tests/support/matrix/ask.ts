import { ANSWERS } from '#contracts/authorisation/answers.ts';
import { problem } from '#contracts/problem.ts';
import { corrections } from '../examples/corrections.ts';
import { requestOf, type Request } from '../examples/examples.ts';
import { doesCorrect, nameOf } from './cases.ts';
import { siteOfPath } from '../site-of-path.ts';
import { NOTE } from './place-items.ts';
import { aboutOf, type PlacedCase } from './places.ts';
import type { Matrix } from './start-matrix.ts';

/** What came back, as far as the matrix looks at it. */
export interface Came {
  readonly status: number;
  readonly code: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const codeIn = (text: string): string | undefined => {
  try {
    return problem.safeParse(JSON.parse(text)).data?.code;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Sends a request to the running API, through a site; `headers` in place of what our pages send, or none of it. */
export const send = async (
  site: string,
  token: string | undefined,
  { method, path, query, ifMatch, body }: Request,
  headers: Readonly<Record<string, string>> = { 'x-haemdiary': '1' },
): Promise<Came> => {
  const answer = await fetch(`${site}${path}?${new URLSearchParams(query).toString()}`.replace(/\?$/u, ''), {
    method,
    headers: {
      ...headers,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${String(ifMatch)}"` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, code: codeIn(text), headers: Object.fromEntries(answer.headers), text };
};

/** The request of a case, with parts of its path changed. */
export const requestFor = (
  one: PlacedCase,
  today: string,
  params: Readonly<Record<string, string>> = {},
): Request => {
  const { route, corrects, place } = one;
  const about = aboutOf(one, today, `act-${place.fresh}-${route.name}`.slice(0, 40).replace(/-$/u, ''));
  const example = corrects && doesCorrect(route.name) ? corrections[route.name](about) : {};
  const { params: usual } = requestOf(route.name, about, example);
  return requestOf(route.name, about, { ...example, params: { ...usual, ...params } });
};

export const siteOf = (matrix: Matrix, { route }: PlacedCase, { path }: Request): string =>
  matrix.addressOf(route.audience === 'open' ? (siteOfPath(path) ?? 'diary') : route.audience);

/** Sends the request of a case. */
export const ask = (matrix: Matrix, one: PlacedCase, today: string): Promise<Came> => {
  const request = requestFor(one, today);
  return send(siteOf(matrix, one, request), matrix.tokenOf(one.bearer, one.situation), request);
};

const isAsExpected = ({ expected }: PlacedCase, { status, code }: Came): boolean =>
  expected === 'let-in'
    ? status >= 200 && status < 300
    : status === ANSWERS[expected].status && code === ANSWERS[expected].code;

/** What is wrong with the answers to cases: one that was never tried is wrong as well. */
export const wrongIn = (
  cases: readonly PlacedCase[],
  came: { readonly get: (one: PlacedCase) => Came | undefined },
): readonly string[] =>
  cases.length === 0
    ? ['no case at all']
    : cases.flatMap((one) => {
        const answer = came.get(one);
        return answer === undefined ? [`${nameOf(one)}: was not tried`] : (mismatch(one, answer) ?? []);
      });

/** What is wrong with an answer, in a line; `undefined` when it is what the declarations say. */
export const mismatch = (one: PlacedCase, came: Came): string | undefined => {
  if (!isAsExpected(one, came))
    return `${nameOf(one)}: expected ${one.expected}, came ${String(came.status)} ${came.code ?? came.text.slice(0, 80)}`;
  // A withheld entry is nowhere in what they see.
  return one.situation === 'withheld-entry' && came.text.includes(NOTE)
    ? `${nameOf(one)}: shows what is withheld`
    : undefined;
};
