import { patientRoutes } from '#contracts/routes-patients.ts';
import { addDays } from '#domain/calendar-day.ts';
import { bleedBody, patientBody, period, planBody, treatmentBody, typed } from './bodies.ts';
import { countedBody, deliveredBody, takenBackBody, warmedBody, wastedBody } from './stock-bodies.ts';
import { SHARED } from './shared-examples.ts';
import { nothing, type About, type Example } from './example.ts';

type Names = (typeof patientRoutes)[number]['name'];

const one = ({ patient: p }: About) => ({ ...nothing, params: { p } });
const made = ({ patient: p, fresh: id }: About) => ({ ...nothing, params: { p, id } });
const withheld = ({ patient: p, entry: id }: About) => ({
  ...nothing,
  params: { p, what: 'entry' as const, id },
});
const linked = ({ patient: p, account }: About) => ({ ...nothing, params: { p, account } });

/** Staff, about a patient of their centre. */
export const patientExamples: { readonly [N in Names]: Example<N> } = {
  'list-patients': () => ({ ...nothing, body: {} }),
  'put-patient': (about) => ({ ...nothing, params: { p: about.fresh }, body: patientBody(about) }),
  'get-patient': (about) => one(about),
  'get-patient-month': (about) => ({ ...one(about), query: { month: about.today.slice(0, 7) } }),
  'get-patient-insights': (about) => ({
    ...one(about),
    query: { from: addDays(about.today, -364), to: about.today },
  }),
  'get-patient-photo': (about) => ({
    ...nothing,
    params: { p: about.patient, id: about.bleed ?? about.entry, photo: about.photo ?? about.fresh },
  }),
  'put-patient-treatment': (about) => ({ ...made(about), body: treatmentBody(about) }),
  'put-patient-bleed': (about) => ({ ...made(about), body: bleedBody(about) }),
  'put-patient-not-taken': (about) => ({ ...made(about), body: { ...typed(about), ...period(about) } }),
  'put-patient-confirmation': (about) => ({
    ...made(about),
    body: { ...typed(about), ...period(about), answers: ['no-bleeds'] },
  }),
  'void-patient-entry': (about) => ({
    ...nothing,
    params: { p: about.patient, id: about.entry },
    ifMatch: about.version,
    body: { mutationId: about.act, reason: 'Typed twice' },
  }),
  'put-plan': (about) => ({ ...made(about), body: planBody(about) }),
  'put-consent': (about) => ({
    ...made(about),
    body: {
      mutationId: about.act,
      change: 'given',
      givenBy: 'A parent',
      relation: 'parent',
      on: addDays(about.today, -1),
      formReference: 'F-1',
    },
  }),
  'put-paper-statement': (about) => ({
    ...one(about),
    body: {
      mutationId: about.act,
      version: about.statement,
      on: addDays(about.today, -1),
      formReference: 'F-2',
    },
  }),
  'invite-person': (about) => ({
    ...made(about),
    body: {
      mutationId: about.act,
      relation: 'parent',
      mayRecord: true,
      by: 'mail',
      email: 'carer@example.org',
      name: 'A carer',
      language: 'cy',
    },
  }),
  'decide-handover': (about) => ({
    ...one(about),
    body: { mutationId: about.act, links: [{ account: about.account, decision: 'limit' }] },
  }),
  'put-link': (about) => ({ ...linked(about), body: { mutationId: about.act, change: 'end' } }),
  'recover-account': (about) => ({
    ...linked(about),
    body: { mutationId: about.act, lost: 'second-factor', identityCheckedBy: 'in-person' },
  }),
  'put-grant': (about) => ({
    ...nothing,
    params: { p: about.patient, centre: SHARED.centre },
    body: {
      mutationId: about.act,
      mayRecord: true,
      startsOn: about.today,
      endsOn: addDays(about.today, 90),
      reason: 'At university there',
    },
  }),
  'end-grant': (about) => ({
    ...nothing,
    params: { p: about.patient, centre: SHARED.centre },
    body: { mutationId: about.act, reason: 'Back home' },
  }),
  'get-patient-log': (about) => ({ ...one(about), query: {} }),
  'list-late': (about) => one(about),
  'decide-late': (about) => ({
    ...nothing,
    params: { p: about.patient, id: 'known-late' },
    body: { mutationId: about.act, decision: 'discard', reason: 'Entered by the other parent', passed: [] },
  }),
  'put-withheld': (about) => ({
    ...withheld(about),
    body: {
      mutationId: about.act,
      from: { carers: false, accounts: [about.account], centres: [] },
      reason: 'Asked for by the patient',
      reviewOn: addDays(about.today, 90),
    },
  }),
  'lift-withheld': (about) => ({
    ...withheld(about),
    body: { mutationId: about.act, reason: 'No longer needed' },
  }),
  'get-patient-stock': (about) => one(about),
  'put-patient-delivered': (about) => ({ ...made(about), body: deliveredBody(about) }),
  'put-patient-counted': (about) => ({ ...made(about), body: countedBody(about) }),
  'put-patient-wasted': (about) => ({ ...made(about), body: wastedBody(about) }),
  'put-patient-warmed': (about) => ({ ...made(about), body: warmedBody(about) }),
  'put-patient-taken-back': (about) => ({ ...made(about), body: takenBackBody(about) }),
  // Seen twice is seen: an example is sent more than once.
  'answer-request': (about) => ({
    ...nothing,
    params: { p: about.patient, id: about.entry },
    body: { mutationId: about.act, state: 'seen' },
  }),
  'put-delivery': (about) => ({
    ...one(about),
    body: { mutationId: about.act, status: 'suspended', reason: 'No record' },
  }),
  'put-pause': (about) => ({
    ...one(about),
    body: {
      mutationId: about.act,
      change: 'starts',
      reason: 'hospital',
      from: addDays(about.today, -2),
      to: addDays(about.today, 10),
    },
  }),
  'stop-patient': (about) => ({ ...one(about), body: { mutationId: about.act, reason: 'left' } }),
  'put-paper-form': (about) => ({
    ...made(about),
    body: {
      mutationId: about.act,
      from: addDays(about.today, -40),
      to: addDays(about.today, -10),
      receivedOn: addDays(about.today, -8),
    },
  }),
  'note-contact': (about) => ({
    ...made(about),
    body: { mutationId: about.act, how: 'phone', note: 'Will record tonight' },
  }),
  'export-patient': (about) => ({
    ...one(about),
    query: { from: addDays(about.today, -30), to: about.today, format: 'excel' },
  }),
};
