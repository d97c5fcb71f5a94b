import type { Temporal } from 'temporal-polyfill';
import { addDays } from '#domain/calendar-day.ts';
import { localDay } from '#domain/local-time.ts';
import type { Audience } from '#contracts/route.ts';
import { state } from '#table/entities/state.ts';
import { fromItem, type Item } from '#table/item.ts';
import { birthDateHash } from '#usecases/session/invitation-code.ts';
import { CENTRES, REGISTRY, STAFF } from './centres.ts';
import { makeDiary } from './make-diary.ts';
import { openInvitation } from './make-invitation.ts';
import { FERNBANK_CODE, makeRegistry } from './make-registry.ts';
import { sharing, SHARED_PATIENT } from './make-sharing.ts';
import { accountsOf, PATIENTS, WAITING, type Person } from './people.ts';
import { accountOf, asStaff } from './who.ts';
import { millisOf, ZONE, type Year } from './when.ts';

/** With this, and the patient's birth date, anybody can try what an invited patient sees. */
const PATIENT_CODE = 'HAEM-TEST-2026';
const DAYS = 365;

/** Somebody who can sign in. */
export interface DemoUser {
  readonly audience: Audience;
  readonly account: string;
  readonly username: string;
  readonly email: string | undefined;
  readonly shown: { readonly role: string; readonly note: string } | undefined;
}

/** An invitation that waits to be tried. */
export interface OpenInvitation {
  readonly audience: Audience;
  readonly role: string;
  readonly code: string;
  readonly note: string;
}

export interface Demo {
  /** Made while they are asked for, so that the table is busy with one diary while the next is made. */
  readonly items: Iterable<Item>;
  readonly users: readonly DemoUser[];
  readonly invitations: readonly OpenInvitation[];
}

const JOB_NAMES = {
  'data-manager': 'data manager',
  consultant: 'consultant',
  nurse: 'nurse',
  physiotherapist: 'physiotherapist',
} as const;

const usersOf = (): DemoUser[] => [
  ...accountsOf(PATIENTS).map(({ username, noEmail, shown }) => ({
    audience: 'diary' as const,
    account: accountOf(username),
    username,
    email: noEmail === true ? undefined : `${username}@example.org`,
    shown,
  })),
  ...STAFF.map(({ username, job, note }) => ({
    audience: 'centre' as const,
    account: accountOf(username),
    username,
    email: `${username}@example.org`,
    shown: { role: JOB_NAMES[job], note },
  })),
  ...REGISTRY.map(({ username, job, note }) => ({
    audience: 'registry' as const,
    account: accountOf(username),
    username,
    email: `${username}@example.org`,
    shown: { role: `registry ${job}`, note },
  })),
];

/** The one enrolled patient who still has to accept: made from what the diary holds. */
const waiting = (people: readonly Person[], year: Year): { items: Item[]; birthDate: string } => {
  const enrolled = PATIENTS.filter(({ key }) => key === WAITING)
    .flatMap((patient) => makeDiary(patient, people, year))
    .find(({ type }) => type === state.type);
  if (enrolled === undefined) throw new Error(`${WAITING} is not among the patients.`);
  const { centre, patient, identity } = fromItem(state, enrolled);
  const to = {
    kind: 'patient' as const,
    centre,
    centreName: CENTRES.larkfield.name,
    patient,
    firstName: identity.givenName,
    relation: 'self' as const,
    mayRecord: true,
    consent: 'not-needed' as const,
    birthDateHash: birthDateHash(PATIENT_CODE, identity.birthDate),
  };
  const id = 'demo-patient-invitation';
  const by = asStaff('larkfield', 'nurse').account;
  const name = `${identity.givenName} ${identity.familyName}`;
  const owner = { of: 'diary' as const, centre, patient };
  const given = { id, code: PATIENT_CODE, to, name, email: 'hollis@example.org', owner };
  return {
    items: openInvitation(given, { at: millisOf(year.now), by, mutationId: id }, year),
    birthDate: identity.birthDate,
  };
};

/** The year before a moment, as the demo has it: the same each time, relative to that day. */
export const yearBefore = (now: Temporal.Instant): Year => {
  const today = localDay(now, ZONE);
  return { now, today, from: addDays(today, -DAYS) };
};

/** The whole demo as items and accounts. Pure: writes nothing. */
export const makeDemo = (now: Temporal.Instant): Demo => {
  const year = yearBefore(now);
  const people = accountsOf(PATIENTS);
  const invited = waiting(people, year);
  return {
    items: {
      *[Symbol.iterator]() {
        yield* makeRegistry(year);
        for (const patient of PATIENTS) {
          const diary = makeDiary(patient, people, year);
          yield* diary;
          if (patient.key === SHARED_PATIENT) yield* sharing(diary, year);
        }
        yield* invited.items;
      },
    },
    users: usersOf(),
    invitations: [
      {
        audience: 'centre',
        role: 'first data manager of a new centre',
        code: FERNBANK_CODE,
        note: 'Fernbank has just been onboarded: accept its invitation and make it yours',
      },
      {
        audience: 'diary',
        role: 'invited patient',
        code: PATIENT_CODE,
        note: `Invited by Larkfield and not accepted yet; birth date ${invited.birthDate}`,
      },
    ],
  };
};
