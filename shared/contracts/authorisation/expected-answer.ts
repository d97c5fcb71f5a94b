import { REGISTRY_JOBS, STAFF_JOBS } from '#domain/vocabulary.ts';
import type { Audience, Route } from '../route.ts';
import type { ActKind, Answer } from './answers.ts';
import { SITUATIONS, type Situation, type SituationName } from './situations.ts';

/** Everybody who may come, by the pool that knows them; `nobody` has no account. */
export const GROUPS = {
  nobody: undefined,
  patient: 'diary',
  carer: 'diary',
  ...(Object.fromEntries(STAFF_JOBS.map((job) => [job, 'centre'])) as Record<
    (typeof STAFF_JOBS)[number],
    'centre'
  >),
  ...(Object.fromEntries(REGISTRY_JOBS.map((job) => [job, 'registry'])) as Record<
    (typeof REGISTRY_JOBS)[number],
    'registry'
  >),
} as const satisfies Record<string, Audience | undefined>;
export type Group = keyof typeof GROUPS;
export const GROUP_NAMES = Object.keys(GROUPS) as readonly Group[];

const KIND = { diary: 'person', centre: 'staff', registry: 'registry' } as const;

type Declared = Pick<
  Route,
  'name' | 'method' | 'path' | 'audience' | 'groups' | 'reach' | 'reads' | 'response' | 'otherwise'
>;

/** Whether a request only names what it makes: a `PUT` to a diary or centre itself that corrects nothing. */
export const makesWhatItNames = ({ method, path }: Declared, corrects: boolean): boolean =>
  method === 'PUT' && !corrects && /\{[cp]\}$/u.test(path);

/** The parts of paths that entries of a diary, and what is told of its stock, are under, or that brings several of them. */
const ENTRIES =
  /\/(?:treatments|bleeds|not-taken|confirmations|entries|deliveries|stock-takes|wasted|room-temperature|taken-back)\/|\/sync$/u;

/** What a request to a route does. */
export const actOf = ({ reads, response, path }: Declared, corrects: boolean): ActKind => {
  if (reads) return response === 'file' ? 'take' : 'see';
  if (!ENTRIES.test(path)) return 'change';
  return corrects || /\/(?:void|move)$/u.test(path) ? 'amend' : 'record';
};

/** Whether a situation can be met on a route by somebody of an audience. */
export const concerns = (name: SituationName, route: Declared, corrects: boolean): boolean => {
  if (route.audience === 'open') return false;
  const { who, about }: Situation = SITUATIONS[name];
  if (who !== 'anyone' && who !== KIND[route.audience]) return false;
  if (about === undefined) return true;
  // What a request makes can't be anybody's yet.
  const reach = route.reach === 'patient' && makesWhatItNames(route, corrects) ? 'centre' : route.reach;
  return about.includes(reach);
};

const always: readonly Answer[] = ['no-token'];

const answerIn = ({ answers, account }: Situation, route: Declared, corrects: boolean): Answer => {
  if (route.reach === 'account' && account !== undefined) return account;
  return typeof answers === 'string' ? answers : answers[actOf(route, corrects)];
};

/**
 * What the declarations say a request is answered: the pool's token first, then the job, then the situation.
 *
 * @param corrects with `If-Match`, where the route makes something without
 * @param group who asks; of another pool than the route's, no situation matters
 */
export const expectedAnswer = (
  route: Declared,
  corrects: boolean,
  group: Group,
  name: SituationName,
): Answer => {
  if (route.audience === 'open') return 'let-in';
  if (GROUPS[group] !== route.audience) return 'no-token';
  const answer = answerIn(SITUATIONS[name], route, corrects);
  // An access token carries no job to look at.
  if (always.includes(answer) || name === 'access-token') return answer;
  if (route.groups !== 'everyone' && !route.groups.some((job) => job === group)) return 'not-allowed';
  return route.otherwise?.[name]?.answers ?? answer;
};
