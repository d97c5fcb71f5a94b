import { makesWhatItNames } from '#contracts/authorisation/expected-answer.ts';
import { PLAIN } from '#contracts/authorisation/situations.ts';
import { requestFor, send, siteOf, type Came } from './ask.ts';
import { AWAY, COLLEAGUE, ELSEWHERE, type Place, type PlacedCase } from './places.ts';
import type { Matrix } from './start-matrix.ts';

/** A request to something that is another's, and the same request to something that is nobody's. */
export interface Pair {
  readonly one: PlacedCase;
  /** The part of the path that is another's. */
  readonly part: string;
  readonly others: string;
  readonly nobodys: string;
}

/** What is another's, by the part of a path that names it. Each is there, and not the caller's. */
const othersOf = (places: readonly Place[]): Readonly<Record<string, string>> => {
  const away = places.find(({ centre, holds }) => centre === AWAY && holds === 'diary');
  if (away === undefined) throw new Error('No diary of another centre is in this world.');
  // Not `centre`: which centres there are is no secret between centres, and anyone may be shared with.
  return { c: AWAY, p: away.patient, account: COLLEAGUE, id: ELSEWHERE };
};

/** Of the same length, or an answer that repeats it would be longer. */
const nobodysLike = (id: string): string => `n${'o'.repeat(id.length - 1)}`;

/** One request of every route with ids, for each id of its path. The registry owns all that its paths name. */
export const pairsOf = (cases: readonly PlacedCase[], places: readonly Place[]): readonly Pair[] => {
  const others = othersOf(places);
  const seen = new Set<string>();
  return cases.flatMap((one) => {
    const { route, corrects, situation, expected } = one;
    const key = `${route.name} ${String(corrects)}`;
    if (seen.has(key) || situation !== PLAIN || expected !== 'let-in' || route.reach === 'registry')
      return [];
    seen.add(key);
    return Object.keys(route.params?.shape ?? {}).flatMap((part): Pair[] => {
      const theirs = others[part];
      // A shared diary is the other centre's, and so are its entries.
      const isShared = route.reach === 'shared-diary' && part !== 'p';
      return theirs === undefined || isShared || (part === 'p' && makesWhatItNames(route, corrects))
        ? []
        : [{ one, part, others: theirs, nobodys: nobodysLike(theirs) }];
    });
  });
};

/** An answer without what differs by nature: the ids of the request, the moment, and the id that was asked for. */
const plain = ({ status, headers, text }: Came, id: string) => {
  const { date: _, 'apigw-requestid': __, 'x-correlation-id': correlation = '', ...rest } = headers;
  const same = (words: string) =>
    (correlation === '' ? words : words.replaceAll(correlation, 'CORRELATION')).replaceAll(`"${id}"`, '"ID"');
  return { status, headers: rest, text: same(text) };
};

/** Asks for both; what each was answered, without what differs by nature. */
export const askPair = async (matrix: Matrix, { one, part, others, nobodys }: Pair, today: string) => {
  const token = matrix.tokenOf(one.bearer, PLAIN);
  const asked = async (id: string) => {
    const request = requestFor(one, today, { [part]: id });
    return plain(await send(siteOf(matrix, one, request), token, request), id);
  };
  const [theirs, none] = [await asked(others), await asked(nobodys)];
  // Something of the caller's own was made under an id that others use too: what was made may differ.
  const made = theirs.status < 300 && none.status < 300;
  return made ? { others: theirs.status, nobodys: none.status } : { others: theirs, nobodys: none };
};
