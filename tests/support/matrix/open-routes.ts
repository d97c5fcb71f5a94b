import { PLAIN, type SituationName } from '#contracts/authorisation/situations.ts';
import { GROUPS, type Group } from '#contracts/authorisation/expected-answer.ts';
import type { AnyRoute } from '#contracts/routes.ts';
import { AUDIENCES } from '#contracts/route.ts';
import { requestOf, type Request } from '../examples/examples.ts';
import { siteOfPath } from '../site-of-path.ts';
import { send, type Came } from './ask.ts';
import { COLLEAGUE, HOME, LINKED, type Bearer } from './places.ts';
import type { Matrix } from './start-matrix.ts';

/** A route that anyone may ask. */
export type OpenRoute = Extract<AnyRoute, { audience: 'open' }>;
export const isOpen = (route: AnyRoute): route is OpenRoute => route.audience === 'open';

/** What the example of each open route is answered: right in form, and about nobody. */
export const OPEN_ANSWERS: Readonly<Record<OpenRoute['name'], readonly [number, string | undefined]>> = {
  'get-statement': [200, undefined],
  'list-statements': [200, undefined],
  'sign-in': [403, 'not-accepted'],
  'answer-second-factor': [403, 'not-accepted'],
  'set-up-second-factor': [403, 'not-accepted'],
  'refresh-session': [401, 'signed-out'],
  'list-workplaces': [401, 'signed-out'],
  'choose-centre': [401, 'signed-out'],
  'sign-out': [204, undefined],
  'list-devices': [401, 'signed-out'],
  'end-device': [401, 'signed-out'],
  'end-all-devices': [401, 'signed-out'],
  prove: [401, 'signed-out'],
  'see-address': [401, 'signed-out'],
  'ask-address': [401, 'signed-out'],
  'confirm-address': [401, 'signed-out'],
  'change-password': [401, 'signed-out'],
  'request-reset': [204, undefined],
  'reset-password': [403, 'not-accepted'],
  'see-invitation': [403, 'not-accepted'],
  'accept-invitation': [403, 'not-accepted'],
};

/** Requests that no page of ours makes. */
export const ELSEWHERES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['without the header', {}],
  ['from another origin', { 'x-haemdiary': '1', origin: 'https://example.org' }],
  ['from another site', { 'x-haemdiary': '1', 'sec-fetch-site': 'cross-site' }],
];

const NOBODY: Bearer = { account: '', group: 'nobody', situation: 'no-token', centre: HOME };
const BROKEN: readonly SituationName[] = ['expired-token', 'tampered-token', 'other-client', 'access-token'];

/** What is padded to whole seconds, so that nothing can be heard in the time. */
const isPadded = ({ name }: OpenRoute): boolean =>
  name === 'request-reset' || OPEN_ANSWERS[name][1] === 'not-accepted';

const one = <T>(of: readonly T[], turn: number): readonly T[] => of.slice(turn % of.length).slice(0, 1);

/**
 * Who tries an open route: nobody, one of every group, and a carer with each kind of token that is no good. What is
 * padded would take minutes so; there it is one of each audience and one such token, others on each route.
 *
 * @param turn which open route it is
 */
export const callersOf = (bearers: readonly Bearer[], route: OpenRoute, turn: number): readonly Bearer[] => {
  const plain = new Map<Group, Bearer>();
  for (const bearer of bearers) if (bearer.situation === PLAIN) plain.set(bearer.group, bearer);
  const all = [...plain.values()];
  const broken = BROKEN.flatMap((situation) => one(all, 0).map((first): Bearer => ({ ...first, situation })));
  if (!isPadded(route)) return [NOBODY, ...all, ...broken];
  const some = AUDIENCES.flatMap((audience) =>
    one(
      all.filter(({ group }) => GROUPS[group] === audience),
      turn,
    ),
  );
  return [NOBODY, ...some, ...one(broken, turn)];
};

let asked = 0;
/** The example, with a name of its own each time: the tries of one name are counted. */
const requestFor = (route: AnyRoute, today: string): Request => {
  asked += 1;
  const request = requestOf(route.name, {
    centre: HOME,
    patient: 'p-0',
    account: LINKED,
    colleague: COLLEAGUE,
    entry: 'known',
    version: 1,
    fresh: 'f-open',
    act: `open-${String(asked)}`,
    today,
    statement: 1,
  });
  const { body } = request;
  return typeof body === 'object' && body !== null && 'username' in body
    ? { ...request, body: { ...body, username: `nobody-${String(asked).padStart(6, '0')}` } }
    : request;
};

const siteOf = (matrix: Matrix, { path }: Request): string => matrix.addressOf(siteOfPath(path) ?? 'diary');

/** An answer without what differs by nature. */
const plainly = ({ status, code, headers, text }: Came) => {
  const { date: _, 'apigw-requestid': __, 'x-correlation-id': correlation = '', ...rest } = headers;
  return {
    status,
    code,
    headers: rest,
    text: correlation === '' ? text : text.replaceAll(correlation, 'CORRELATION'),
  };
};

/** What an open route answers nobody, and everybody else with the token they have. */
export const askOpen = async (
  matrix: Matrix,
  route: OpenRoute,
  callers: readonly Bearer[],
  today: string,
) => {
  const answers = await Promise.all(
    callers.map(async (bearer) => {
      const request = requestFor(route, today);
      const token = matrix.tokenOf(bearer, bearer.situation);
      const answer = plainly(await send(siteOf(matrix, request), token, request));
      return { who: `${bearer.group}, ${bearer.situation}`, answer };
    }),
  );
  const [nobody, ...others] = answers;
  if (nobody === undefined) throw new Error('Nobody asked.');
  return { nobodys: nobody.answer, others };
};

/** What an open route answers a request with these headers. */
export const askFrom = async (
  matrix: Matrix,
  route: AnyRoute,
  headers: Readonly<Record<string, string>>,
  today: string,
): Promise<Came> => {
  const request = requestFor(route, today);
  return send(siteOf(matrix, request), undefined, request, headers);
};
