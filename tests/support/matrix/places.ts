import { PLAIN, type SituationName } from '#contracts/authorisation/situations.ts';
import type { Group } from '#contracts/authorisation/expected-answer.ts';
import type { About } from '../examples/example.ts';
import { changes, type Case } from './cases.ts';

export const HOME = 'home';
export const AWAY = 'away';
/** Suspended once everybody has a token. */
export const SHUT = 'shut';
/** An entry that only the diaries of the other centre have. */
export const ELSEWHERE = 'elsewhere';
/** Somebody linked to every diary of the staff's cases. */
export const LINKED = 'linked';
/** The username of the colleagues that the staff's cases are about. */
export const COLLEAGUE = 'colleague';

/** Somebody with a token, and how it stands with their job. */
export interface Bearer {
  readonly account: string;
  readonly group: Group;
  readonly situation: SituationName;
  /** Where staff work in this session. */
  readonly centre: string;
}

/** A diary that a case is about. */
export interface Place {
  readonly centre: string;
  readonly patient: string;
  /** Who of the people of the cases is linked to it, if anyone. */
  readonly linked: string | undefined;
  /** The centre it is shared with, if any. */
  readonly sharedWith: string | undefined;
  readonly situation: SituationName;
  /** What has to be made for it. */
  readonly holds: 'diary' | 'colleague' | 'centre';
  /** A member of the centre's staff, a centre, and an id for what is made: of this place only. */
  readonly colleague: string;
  readonly ownCentre: string;
  readonly fresh: string;
}

/** What is about somebody's job and not about the patient. */
const OF_THE_JOB: readonly SituationName[] = [
  'signed-out-everywhere',
  'ended-job',
  'changed-job',
  'suspended-centre',
  'wrong-session',
  'ended-registry-job',
  'changed-registry-job',
];

const HOLDS = {
  open: 'diary',
  account: 'diary',
  diary: 'diary',
  patient: 'diary',
  'shared-diary': 'diary',
  centre: 'colleague',
  registry: 'centre',
} as const;

const isFamily = ({ group }: Case): boolean => group === 'patient' || group === 'carer';

const bearerOf = (one: Case): Bearer => {
  const { route, group, situation } = one;
  // An account as a whole is signed out, or agrees: those must not meet each other's answers.
  const own = isFamily(one) ? route.reach === 'account' : OF_THE_JOB.includes(situation);
  return {
    account: own ? `${group}-${situation}` : group,
    group,
    situation: own ? situation : PLAIN,
    centre: situation === 'suspended-centre' ? SHUT : HOME,
  };
};

const centreOf = ({ situation, route }: Case): string => {
  // Another centre's diary: that is what is shared.
  if (route.reach === 'shared-diary') return situation === 'grant-of-suspended-centre' ? SHUT : AWAY;
  if (situation === 'other-centre' || situation === 'wrong-session') return AWAY;
  return situation === 'suspended-centre' || situation === 'family-of-suspended-centre' ? SHUT : HOME;
};

const linkedTo = (one: Case, bearer: Bearer): string | undefined =>
  !isFamily(one) || one.situation === 'other-patient' || one.situation === 'other-centre'
    ? undefined
    : bearer.account;

const sharedWith = ({ route, situation }: Case, bearer: Bearer): string | undefined =>
  route.reach === 'shared-diary' && situation !== 'other-centre' ? bearer.centre : undefined;

/** Whether a situation is one of the token or the job, which make no difference to the diary. */
const isOfTheDiary = (situation: SituationName): boolean =>
  !OF_THE_JOB.includes(situation) && !/-token$|other-client/u.test(situation);

const brotherId = ({ patient }: Pick<Place, 'patient'>): string => `${patient}-brother`;

/** Acts on two diaries: the second one is the caller's own, at another centre, and nothing is the matter with it. */
const onTwoDiaries = ({ route }: Case): boolean => route.name === 'move-entry';
const brotherOf = (place: Place, { account }: Bearer): Place => ({
  ...place,
  centre: AWAY,
  patient: brotherId(place),
  linked: account,
  sharedWith: undefined,
  situation: PLAIN,
});

/** Cases with whom they are by and what they are about; those that change nothing share. */
export const placesOf = (cases: readonly Case[]) => {
  const bearers = new Map<string, Bearer>();
  const places = new Map<string, Place>();
  const placed = cases.map((one, index) => {
    const bearer = bearerOf(one);
    bearers.set(bearer.account, bearer);
    const ofDiary = isOfTheDiary(one.situation) || isFamily(one);
    const made: Omit<Place, 'patient' | 'colleague' | 'ownCentre' | 'fresh'> = {
      centre: centreOf(one),
      linked: linkedTo(one, bearer),
      sharedWith: sharedWith(one, bearer),
      situation: ofDiary ? one.situation : PLAIN,
      holds: HOLDS[one.route.reach],
    };
    const key = changes(one) ? String(index) : JSON.stringify(made);
    const n = String(places.size);
    const place = places.get(key) ?? {
      ...made,
      patient: `p-${n}`,
      colleague: `colleague-${n}`,
      ownCentre: `c-${n}`,
      fresh: `f-${n}`,
    };
    places.set(key, place);
    if (onTwoDiaries(one)) places.set(`${key} brother`, brotherOf(place, bearer));
    return { ...one, bearer, place };
  });
  return { bearers: [...bearers.values()], places: [...places.values()], placed };
};
export type PlacedCase = ReturnType<typeof placesOf>['placed'][number];

/** What the example of a case speaks of. */
export const aboutOf = ({ route, place, bearer }: PlacedCase, today: string, act: string): About => ({
  centre: route.reach === 'registry' ? place.ownCentre : place.centre,
  patient: place.patient,
  shared: place,
  brother: { centre: AWAY, patient: brotherId(place) },
  account: bearer.group === 'patient' || bearer.group === 'carer' ? bearer.account : LINKED,
  colleague: place.colleague,
  entry: 'known',
  bleed: 'known-bleed',
  photo: 'known-photo',
  file: 'known-file',
  version: 1,
  fresh: place.fresh,
  act,
  today,
  statement: 1,
});
