import type { Reach } from '../route.ts';
import type { ActKind, Answer } from './answers.ts';

/** Something that may be so when somebody asks. */
export interface Situation {
  /** Whom it can concern: everybody with a token, or one audience. */
  readonly who: 'anyone' | 'person' | 'staff' | 'registry';
  /** What a route must be about for this to mean anything; absent: whatever it is about. */
  readonly about?: readonly Reach[];
  /** In plain words, after "when". */
  readonly is: string;
  /** What follows, the same for every route; or by what the request does. */
  readonly answers: Answer | Readonly<Record<ActKind, Answer>>;
  /** On the routes of an account itself, where that is another answer. */
  readonly account?: Answer;
}

const all = (answer: Answer): Record<ActKind, Answer> => ({
  see: answer,
  take: answer,
  record: answer,
  amend: answer,
  change: answer,
});

/** Nothing special: one's own diary, centre or registry. */
export const PLAIN = 'own';

/**
 * Every situation that authorisation knows, once: what the tests try on every route against the running API, and what
 * docs/authorisation.md tells people. A route on which a situation means something else says so in its declaration.
 */
export const SITUATIONS = {
  [PLAIN]: {
    who: 'anyone',
    is: 'it is their own diary, their centre’s patient, one that another centre shares to record in, their own centre or registry',
    answers: 'let-in',
  },
  'no-token': { who: 'anyone', is: 'no token is sent', answers: 'no-token' },
  'expired-token': { who: 'anyone', is: 'the token has run out', answers: 'no-token' },
  'tampered-token': { who: 'anyone', is: 'one claim of the token was altered', answers: 'no-token' },
  'other-client': {
    who: 'anyone',
    is: 'the right pool made the token for another application',
    answers: 'no-token',
  },
  'access-token': {
    who: 'anyone',
    is: 'the access token is sent in place of the ID token',
    answers: 'signed-out',
  },
  'signed-out-everywhere': {
    who: 'anyone',
    is: 'all sessions of the account were ended since the token',
    answers: 'signed-out',
  },
  'read-only-link': {
    who: 'person',
    about: ['diary'],
    is: 'the link lets them look and not record',
    answers: { ...all('let-in'), record: 'not-allowed', amend: 'not-allowed' },
  },
  'unconfirmed-link': {
    who: 'person',
    about: ['diary'],
    is: 'the centre has not confirmed the link yet',
    answers: 'let-in',
  },
  'revoked-link': {
    who: 'person',
    about: ['account', 'diary'],
    is: 'the link has ended since the token',
    answers: 'not-there',
    account: 'let-in',
  },
  'other-patient': {
    who: 'person',
    about: ['diary'],
    is: 'the diary is of another patient of the same centre',
    answers: 'not-there',
  },
  'other-centre': {
    who: 'anyone',
    about: ['diary', 'patient', 'shared-diary'],
    is: 'the patient is of another centre',
    answers: 'not-there',
  },
  'old-statement': {
    who: 'person',
    about: ['account', 'diary'],
    is: 'they have not agreed to the privacy statement in force',
    // Who does not agree may still take the data along, and agree later.
    answers: { ...all('statement-needed'), take: 'let-in' },
    account: 'let-in',
  },
  unconsented: {
    who: 'anyone',
    about: ['diary', 'patient', 'shared-diary'],
    is: 'the written consent for a child is missing',
    answers: { ...all('let-in'), record: 'consent-needed', amend: 'consent-needed' },
  },
  'consent-revoked': {
    who: 'person',
    about: ['diary'],
    is: 'the written consent was revoked',
    answers: { ...all('not-there'), record: 'consent-needed', amend: 'consent-needed' },
  },
  withdrawn: {
    who: 'anyone',
    about: ['diary', 'patient'],
    is: 'the patient withdrew, left or died, and the diary is closed',
    answers: { ...all('let-in'), record: 'not-now', amend: 'not-now' },
  },
  'suspended-centre': {
    who: 'staff',
    is: 'the registry suspended the centre since the token',
    // They get no new token. Their writes end with the token they have: a write never looks at an item that all of a
    // centre share.
    answers: { ...all('let-in'), see: 'signed-out', take: 'signed-out' },
  },
  'family-of-suspended-centre': {
    who: 'person',
    about: ['diary'],
    is: 'the registry suspended the centre',
    // Nobody bleeds less for it: families go on.
    answers: 'let-in',
  },
  'withheld-entry': {
    who: 'anyone',
    about: ['diary', 'shared-diary'],
    is: 'the entry is withheld from them',
    // The rest of the diary is theirs; in what they see and take, that entry is missing.
    answers: { ...all('let-in'), amend: 'not-there' },
  },
  'read-only-grant': {
    who: 'staff',
    about: ['shared-diary'],
    is: 'the other centre shares the diary to look at only',
    answers: { ...all('not-allowed'), see: 'let-in' },
  },
  'ended-grant': {
    who: 'staff',
    about: ['shared-diary'],
    is: 'the other centre has ended the sharing',
    answers: 'not-there',
  },
  'grant-over': {
    who: 'staff',
    about: ['shared-diary'],
    is: 'the last day of the sharing is past',
    answers: 'not-there',
  },
  'grant-ahead': {
    who: 'staff',
    about: ['shared-diary'],
    is: 'the first day of the sharing is to come',
    answers: 'not-there',
  },
  'closed-shared-diary': {
    who: 'staff',
    about: ['shared-diary'],
    is: 'the shared diary is closed, or its consent was revoked',
    answers: 'not-there',
  },
  'grant-of-suspended-centre': {
    who: 'staff',
    about: ['shared-diary'],
    is: 'the registry suspended the centre that shares the diary',
    answers: 'not-there',
  },
  'ended-job': {
    who: 'staff',
    is: 'their job at the centre has ended since the token',
    answers: 'signed-out',
  },
  'changed-job': { who: 'staff', is: 'their job is another one than the token says', answers: 'signed-out' },
  'wrong-session': {
    who: 'staff',
    about: ['patient'],
    is: 'the patient is of another centre where they work too, and the session is at this one',
    answers: 'not-there',
  },
  'ended-registry-job': {
    who: 'registry',
    is: 'their job at the registry has ended since the token',
    answers: 'signed-out',
  },
  'changed-registry-job': {
    who: 'registry',
    is: 'their job at the registry is another one than the token says',
    answers: 'signed-out',
  },
} as const satisfies Record<string, Situation>;
export type SituationName = keyof typeof SITUATIONS;
