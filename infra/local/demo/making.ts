import type { Temporal } from 'temporal-polyfill';
import type { TreatmentBody } from '#contracts/entries.ts';
import type { PlannedDose } from '#domain/plan.ts';
import type { ReasonId } from '#domain/vocabulary.ts';
import type { plan } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import type { Person, StaffCaller } from '#usecases/ports/context.ts';
import type { Told } from './entries.ts';
import { containersOf } from './lots.ts';
import type { Patient } from './people.ts';
import type { Random } from './random.ts';
import type { Dose } from './regimens.ts';
import { instantAt, secondsOf, ZONE, type Year } from './when.ts';

/** What one person's diary is made from. */
export interface Making {
  readonly patient: Patient;
  readonly random: Random;
  readonly year: Year;
  /** Whoever records; several carers take turns. */
  readonly recorders: readonly [Person | StaffCaller, ...(Person | StaffCaller)[]];
  /** Nothing is dated from this day on. */
  readonly silentFrom: string;
  readonly plans: readonly Stored<typeof plan>[];
  readonly routineOn: (dose: PlannedDose) => Dose;
  readonly forBleeds: Dose;
  /** When what happened is received: at once, at the end of a bad patch, or with the next paper form. */
  readonly receivedAt: (happened: Temporal.Instant) => Temporal.Instant;
}

/** What is sent with every entry, and when it arrives; never later than now. */
export const sending = (
  making: Making,
  happened: Temporal.Instant,
): { readonly at: Temporal.Instant; readonly by: Person | StaffCaller; readonly sent: Sent } => {
  const { random, recorders, year } = making;
  const received = making.receivedAt(happened);
  const at =
    received.epochMilliseconds > year.now.epochMilliseconds ? year.now.subtract({ minutes: 1 }) : received;
  const by = random.pick(recorders);
  const offline = by.kind === 'person' && random.chance(0.1);
  const source = by.kind === 'staff' ? 'paper' : offline ? 'offline' : 'web';
  const typed = at.subtract({ seconds: random.whole(1, 20) });
  const sent = { mutationId: random.id(at.epochMilliseconds), typedAt: secondsOf(typed), passed: [], source };
  return { at, by, sent: { ...sent, source } };
};
interface Sent {
  readonly mutationId: string;
  readonly typedAt: string;
  readonly passed: string[];
  readonly source: 'paper' | 'offline' | 'web';
}

/** One treatment, as it arrives. */
export const treatment = (
  making: Making,
  local: string,
  dose: Dose,
  given: { readonly reason: ReasonId; readonly bleeds?: readonly string[] },
): Told => {
  const { random, patient } = making;
  const { at, by, sent } = sending(making, instantAt(local));
  const place = random.weighted({ home: 92, away: 6, hospital: 2 });
  const body: TreatmentBody = {
    ...sent,
    when: { local, zone: ZONE },
    product: { kind: 'catalogue', id: dose.product.id },
    containers: containersOf(patient.centre, dose, local.slice(0, 10), random),
    amount: dose.amount,
    reason: given.reason,
    bleeds: [...(given.bleeds ?? [])],
    place,
    fromHomeStock: place !== 'hospital',
  };
  return { id: random.id(at.epochMilliseconds), at, by, said: { kind: 'treatment', body } };
};
