import { addDays } from '#domain/calendar-day.ts';
import type { SituationName } from '#contracts/authorisation/situations.ts';
import { entry, link } from '#table/entities/diary.ts';
import { photo, picture } from '#table/entities/photo.ts';
import { request } from '#table/entities/request.ts';
import { handover } from '#table/entities/handover.ts';
import { late } from '#table/entities/late.ts';
import { grant, withheld } from '#table/entities/sharing.ts';
import { state } from '#table/entities/state.ts';
import { stock, stockMovement } from '#table/entities/stock.ts';
import type { Stored } from '#table/entity.ts';
import { created, toItem, type Item } from '#table/item.ts';
import { bleedBody, elocta } from '../examples/bodies.ts';
import { SMALLEST_PHOTO } from '../examples/smallest-photo.ts';
import { SHARED } from '../examples/shared-examples.ts';
import { AWAY, ELSEWHERE, LINKED, type Place } from './places.ts';
import { deliveryTo, stockOf } from './stock-items.ts';

/** Stands in an entry of every diary, so that its absence can be seen. */
export const NOTE = 'Seen only by whom it is for';
export const LONG_AGO = '2026-01-01T00:00:00Z';
export const stamp = created({ at: LONG_AGO, by: 'test', mutationId: 'seeded' });
/** No token is of this century's end: whatever it stands on is signed out. */
export const AFTER_EVERY_TOKEN = 4_000_000_000;

const CONSENT: { readonly [S in SituationName]?: Stored<typeof state>['consent']['state'] } = {
  unconsented: 'needed',
  'consent-revoked': 'revoked',
};
const consentIn = (situation: SituationName) => CONSENT[situation] ?? 'given';
const CLOSED: readonly SituationName[] = ['withdrawn', 'closed-shared-diary'];

const stateOf = ({ centre, patient, situation }: Place): Stored<typeof state> => ({
  centre,
  patient,
  identity: { givenName: 'Robin', familyName: 'Example', birthDate: '2014-03-09' },
  details: { diagnosis: 'haemophilia-a' },
  homeZone: 'Europe/London',
  homeTherapy: true,
  channel: 'paper',
  consent: { state: consentIn(situation) },
  recording: { stage: 'up-to-date', since: LONG_AGO, openDoses: [] },
  delivery: { status: 'active', since: LONG_AGO },
  pauses: [],
  plans: [],
  remindedOn: [],
  openBleeds: [],
  ...stamp,
  ...(CLOSED.includes(situation)
    ? {
        stop: { at: LONG_AGO, reason: 'withdrawn' },
        recording: { stage: 'stopped', since: LONG_AGO, openDoses: [] },
      }
    : {}),
});

const entriesOf = ({ centre, patient, sharedWith }: Place, today: string): Stored<typeof entry>[] => {
  const day = addDays(today, -1);
  const common = {
    centre,
    patient,
    day,
    source: 'web' as const,
    typedAt: LONG_AGO,
    receivedAt: LONG_AGO,
    passed: [],
    recordedBy: {
      account: 'somebody',
      staff: sharedWith !== undefined,
      ...(sharedWith === undefined ? {} : { of: { centre: sharedWith, name: 'The other one' } }),
    },
    ...stamp,
  };
  const local = `${day}T06:30`;
  const { site, side, cause, severity } = bleedBody({ today } as Parameters<typeof bleedBody>[0]);
  const startedAt = { local, zone: 'Europe/London' };
  const given = { kind: 'treatment' as const, ...elocta, when: startedAt, productName: 'Elocta', note: NOTE };
  const placed = { ...common, localAt: local, instantAt: `${local}:00Z` };
  return [
    { ...placed, entry: 'known', data: given },
    {
      ...placed,
      entry: 'known-bleed',
      data: { kind: 'bleed', site, side, cause, severity, startedAt, note: NOTE },
    },
    // Withheld from nobody.
    ...(centre === AWAY
      ? [{ ...placed, entry: ELSEWHERE, data: { ...given, note: 'Of the other centre' } }]
      : []),
  ];
};

const linkOf = ({ centre, patient, situation }: Place, account: string): Stored<typeof link> => ({
  centre,
  patient,
  account,
  username: account,
  firstName: 'Robin',
  centreName: 'Home',
  name: 'Somebody',
  relation: account.startsWith('patient') ? 'self' : 'parent',
  mayRecord: situation !== 'read-only-link',
  confirmed: situation !== 'unconfirmed-link',
  consent: consentIn(situation),
  ...(situation === 'old-statement' ? {} : { statementAgreed: 1 }),
  notBefore: situation === 'signed-out-everywhere' && account !== LINKED ? AFTER_EVERY_TOKEN : 0,
  ...stamp,
});

const grantOf = (
  { centre, patient, situation }: Place,
  grantee: string,
  today: string,
): Stored<typeof grant> => ({
  centre,
  patient,
  grantee,
  granteeName: 'The other one',
  centreName: 'This one',
  givenName: 'Robin',
  familyName: 'Example',
  birthDate: '2014-03-09',
  homeZone: 'Europe/London',
  mayRecord: situation !== 'read-only-grant',
  startsOn: addDays(today, situation === 'grant-ahead' ? 5 : -60),
  endsOn: addDays(today, situation === 'grant-over' ? -5 : 60),
  reason: 'At school there',
  ...stamp,
  ...(situation === 'ended-grant' ? { endedAt: LONG_AGO } : {}),
});

/** Of the same id as the entry, which is all that requests are given to name. */
const requestOf = ({ centre, patient }: Place): Stored<typeof request> => ({
  centre,
  patient,
  request: 'known',
  account: 'somebody',
  what: 'review',
  askedAt: LONG_AGO,
  state: 'asked',
  ...stamp,
});

const withheldOf = (place: Place, about: string): Stored<typeof withheld> => {
  const { centre, patient, linked, sharedWith, situation } = place;
  const named = (who: string | undefined): string[] =>
    situation === 'withheld-entry' && who !== undefined ? [who] : [];
  return {
    centre,
    patient,
    what: 'entry',
    about,
    salt: 'seeded',
    entryKind: about === 'known' ? 'treatment' : 'bleed',
    // From somebody else, where withholding is not what the case is about: then it must make no difference.
    from: { carers: false, accounts: ['somebody-else', ...named(linked)], centres: named(sharedWith) },
    reason: 'Asked for',
    reviewOn: '2030-01-01',
    name: 'Example, Robin',
    ...stamp,
  };
};

const idsOfPhoto = ({ centre, patient }: Place) => ({ centre, patient, photo: 'known-photo' });
const photoOf = (place: Place): Stored<typeof photo> => ({
  ...idsOfPhoto(place),
  bleed: 'known-bleed',
  contentType: 'image/jpeg',
  bytes: 22,
  ...stamp,
});

/** Something that came after its sender's link had ended. */
const lateIn = ({ centre, patient }: Place): Stored<typeof late> => ({
  centre,
  patient,
  late: 'known-late',
  account: 'somebody',
  madeAt: LONG_AGO,
  receivedAt: LONG_AGO,
  made: {
    kind: 'not-taken',
    id: 'came-late',
    body: { mutationId: 'came-late', typedAt: LONG_AGO, passed: [], from: '2025-12-30', to: '2025-12-30' },
  },
  ...stamp,
});

const handoverOf = ({ centre, patient }: Place): Stored<typeof handover> => ({
  centre,
  patient,
  name: 'Example, Robin',
  age: 16,
  dueOn: '2030-03-09',
  dueAt: '2030-03-09T08:00:00Z',
  ...stamp,
});

/** Everything of a place's diary, as it is while tokens are made. */
export const diaryItems = (place: Place, today: string): Item[] => [
  toItem(state, stateOf(place)),
  toItem(stock, stockOf(place)),
  toItem(stockMovement, deliveryTo(place)),
  toItem(late, lateIn(place)),
  toItem(handover, handoverOf(place)),
  ...entriesOf(place, today).map((item) => toItem(entry, item)),
  ...[LINKED, ...(place.linked === undefined ? [] : [place.linked])].map((account) =>
    toItem(link, linkOf(place, account)),
  ),
  ...[SHARED.centre, ...(place.sharedWith === undefined ? [] : [place.sharedWith])].map((grantee) =>
    toItem(grant, grantOf(place, grantee, today)),
  ),
  toItem(request, requestOf(place)),
  toItem(photo, photoOf(place)),
  toItem(picture, { ...idsOfPhoto(place), data: SMALLEST_PHOTO, ...stamp }),
  ...['known', 'known-bleed'].map((about) => toItem(withheld, withheldOf(place, about))),
];

/** What becomes of it once everybody has a token. */
export const laterItems = (place: Place): Item[] =>
  place.situation === 'revoked-link' && place.linked !== undefined
    ? [toItem(link, { ...linkOf(place, place.linked), endedAt: LONG_AGO })]
    : [];
