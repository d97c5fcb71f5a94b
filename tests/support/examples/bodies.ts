import type { BleedBody, TreatmentBody } from '#contracts/entries.ts';
import type { PatientBody } from '#contracts/patient.ts';
import { addDays } from '#domain/calendar-day.ts';
import type { About } from './example.ts';

const LONDON = 'Europe/London';

/** Sent with every entry. The example may come twice on one day, so that question is passed. */
export const typed = ({ act, today }: About) => ({
  mutationId: act,
  typedAt: `${addDays(today, -1)}T20:00:00Z`,
  passed: ['possible-duplicate'],
});

/** 2,000 IU of Elocta from one vial. */
export const elocta = {
  product: { kind: 'catalogue' as const, id: 'elocta' },
  containers: [{ strength: 2000, count: 1, batch: { kind: 'known' as const, number: 'AB-12 O1' } }],
  amount: { value: 2000, unit: 'IU' as const, moiety: 'FVIII' as const },
  reason: 'prophylaxis' as const,
  bleeds: [],
  place: 'home' as const,
  fromHomeStock: true,
};

export const treatmentBody = (about: About): TreatmentBody => ({
  ...typed(about),
  ...elocta,
  when: { local: `${addDays(about.today, -1)}T07:30`, zone: LONDON },
});

export const bleedBody = (about: About): BleedBody => ({
  ...typed(about),
  site: 'knee',
  side: 'left',
  cause: 'spontaneous',
  severity: 0,
  startedAt: { local: `${addDays(about.today, -1)}T20:00`, zone: LONDON },
});

/** A day of last week and the day after it. */
export const period = ({ today }: About) => ({ from: addDays(today, -9), to: addDays(today, -8) });

export const patientBody = ({ act }: About): PatientBody => ({
  mutationId: act,
  givenName: 'Ned',
  familyName: 'Example',
  birthDate: '2016-02-29',
  diagnosis: 'haemophilia-a',
  homeZone: LONDON,
  homeTherapy: true,
  homeDelivery: false,
  channel: 'online',
  guardianConsentNeeded: false,
});

export const planBody = ({ act, today }: About) => ({
  mutationId: act,
  passed: [],
  effectiveOn: today,
  regimens: [
    {
      kind: 'routine' as const,
      productId: 'elocta',
      amount: elocta.amount,
      anchor: today,
      schedule: { kind: 'every-days' as const, days: 2 },
      dosesPerDay: 1,
    },
  ],
});

/** The recording policy that the domain definitions begin with. */
export const policyBody = {
  invitationValidDays: 14,
  dueAfterDays: 2,
  secondReminderAfterDays: 7,
  thirdReminderAfterDays: 14,
  lapsedAfterDays: 21,
  atRiskAfterDays: 28,
  openDoseLookbackDays: 56,
  unplannedDueAfterDays: 28,
  paperFormDays: 28,
  matchByClass: false,
  emergencySites: ['head' as const],
};

export const centreBody = (act: string, name: string) => ({
  mutationId: act,
  name,
  email: 'other@example.org',
  phone: '01632 960100',
  emergencyPhone: '01632 960199',
  address: 'Moor Road 2',
  zone: LONDON,
  policy: policyBody,
  firstDataManager: { email: 'first@example.org', name: 'A first manager' },
});
