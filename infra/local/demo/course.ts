import type { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween } from '#domain/calendar-day.ts';
import type { Behaviour, Patient } from './people.ts';
import { PERIOD_DAYS } from './make-confirmations.ts';
import type { Random } from './random.ts';
import { PRESCRIPTIONS } from './regimens.ts';
import { instantAt, localAt, secondsOf, ZONE, type Year } from './when.ts';
import { localDay } from '#domain/local-time.ts';
import type { Happening } from './replay.ts';

/** How many days ago the oldest open dose was planned, for each stage. */
const SILENT_DAYS: Partial<Record<Behaviour, number>> = { due: 4, reminded: 12, lapsed: 26, 'at-risk': 40 };
/** What the clock of silence allows more than the clock of doses: 28 days instead of 2. */
const SILENCE = 26;
const PAUSED_FOR = 9;
const STOPPED_FOR = 40;

/** The course of one person's year, as far as recording goes. */
export interface Course {
  /** Nothing is dated from this day on. */
  readonly silentFrom: string;
  /** The last day a confirmation or paper form speaks of; missing where planned doses say enough. */
  readonly accountedTo: string | undefined;
  /** A day with a planned dose, so that the oldest open dose is exactly as old as the stage wants. */
  readonly doseOn: string;
  readonly receivedAt: (happened: Temporal.Instant) => Temporal.Instant;
  readonly happenings: readonly Happening[];
}

const isOnDemand = ({ prescription }: Patient): boolean => prescription.endsWith('-demand');

const silentFrom = (patient: Patient, { today, from }: Year, accountedTo: string | undefined): string => {
  const silent = SILENT_DAYS[patient.behaviour];
  if (patient.behaviour === 'not-started') return from;
  if (patient.behaviour === 'paused') return addDays(today, -PAUSED_FOR);
  if (patient.behaviour === 'stopped') return addDays(today, -STOPPED_FOR);
  // What was not on a form that arrived is not known yet.
  if (accountedTo !== undefined && (patient.paper || silent !== undefined)) return addDays(accountedTo, 1);
  return addDays(today, silent === undefined ? 1 : -silent);
};

const usualLag = (random: Random): number => {
  const usual = random.weighted({ soon: 75, sameDay: 22, nextDay: 3 });
  if (usual === 'soon') return random.whole(4, 180);
  return usual === 'sameDay' ? random.whole(181, 1200) : random.whole(1201, 1750);
};

/** Two stretches of the year in which a person let it slide and caught up at the end. */
const patchesOf = (random: Random, { from }: Year): { from: string; to: string }[] =>
  [random.whole(40, 90), random.whole(190, 280)].map((start) => {
    const first = addDays(from, start);
    return { from: first, to: addDays(first, random.whole(12, 24)) };
  });

const byForm = (accountedTo: string, happened: Temporal.Instant): Temporal.Instant => {
  const left = daysBetween(localDay(happened, ZONE), accountedTo);
  const formEnds = addDays(accountedTo, -PERIOD_DAYS * Math.floor(Math.max(0, left) / PERIOD_DAYS));
  return instantAt(localAt(addDays(formEnds, 3), 11, 20)).add({ seconds: happened.epochMilliseconds % 977 });
};

const receiving = (patient: Patient, random: Random, year: Year, accountedTo: string | undefined) => {
  if (patient.paper && accountedTo !== undefined)
    return (happened: Temporal.Instant) => byForm(accountedTo, happened);
  const patches = patient.behaviour === 'patchy' ? patchesOf(random, year) : [];
  return (happened: Temporal.Instant): Temporal.Instant => {
    const day = localDay(happened, ZONE);
    const patch = patches.find(({ from, to }) => from <= day && day < to);
    return patch === undefined
      ? happened.add({ minutes: usualLag(random) })
      : instantAt(localAt(patch.to, 20, 0)).add({ seconds: happened.epochMilliseconds % 977 });
  };
};

const formsReceived = (year: Year, accountedTo: string): Happening[] => {
  const count = Math.floor((daysBetween(year.from, accountedTo) + 1) / PERIOD_DAYS);
  return Array.from({ length: count }, (_, place): Happening => {
    const to = addDays(accountedTo, -PERIOD_DAYS * place);
    const receivedOn = addDays(to, 2);
    const paperForm = { from: addDays(to, 1 - PERIOD_DAYS), to, receivedOn };
    return {
      at: instantAt(localAt(receivedOn, 10, 0)),
      event: 'form-received',
      action: 'receive-paper-form',
      after: paperForm,
      change: (state) => ({ ...state, paperForm }),
    };
  });
};

const staffActs = (patient: Patient, { today }: Year): Happening[] => {
  const acts: Happening[] = [];
  if (patient.behaviour === 'paused') {
    const pause = { from: addDays(today, -PAUSED_FOR), to: addDays(today, 20), reason: 'hospital' as const };
    acts.push({
      at: instantAt(localAt(pause.from, 9, 30)),
      event: 'paused',
      action: 'pause-recording',
      after: pause,
      change: (state) => ({ ...state, pauses: [...state.pauses, pause] }),
    });
  }
  if (patient.behaviour === 'stopped') {
    const at = instantAt(localAt(addDays(today, -STOPPED_FOR), 10, 0));
    acts.push({
      at,
      event: 'stopped',
      action: 'stop-patient',
      reason: 'left',
      change: (state) => ({ ...state, stop: { at: secondsOf(at), reason: 'left' } }),
    });
  }
  if (patient.delivery === 'suspended') {
    const at = instantAt(localAt(addDays(today, -5), 15, 10));
    const reason = 'Nothing recorded for five weeks; rang twice, agreed to collect from the centre for now';
    acts.push({
      at,
      event: 'care-changed',
      action: 'decide-delivery',
      reason,
      change: (state) => ({ ...state, delivery: { status: 'suspended', since: secondsOf(at), reason } }),
    });
  }
  return acts;
};

/** Plans one person's year. */
export const courseOf = (patient: Patient, random: Random, year: Year): Course => {
  const { today } = year;
  const silent = SILENT_DAYS[patient.behaviour];
  const speaks = patient.paper || isOnDemand(patient);
  const quietFor = silent === undefined ? random.whole(4, 10) : silent + SILENCE;
  const accountedTo = speaks ? addDays(today, -quietFor) : undefined;
  const prescription = PRESCRIPTIONS[patient.prescription];
  const interval = 'days' in prescription ? prescription.days : 1;
  return {
    accountedTo,
    silentFrom: silentFrom(patient, year, accountedTo),
    doseOn: addDays(today, -(silent ?? random.whole(0, interval - 1))),
    receivedAt: receiving(patient, random, year, accountedTo),
    happenings: [
      ...(patient.paper && accountedTo !== undefined ? formsReceived(year, accountedTo) : []),
      ...staffActs(patient, year),
    ],
  };
};
