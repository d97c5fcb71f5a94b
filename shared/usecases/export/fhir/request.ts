import type { DiaryRecord } from '#contracts/export.ts';
import type { Schedule } from '#domain/plan.ts';
import { concept, productConcept, quantity, routeOf } from './codes.ts';
import type { Subject } from './moment.ts';

type Plan = DiaryRecord['plans'][number];
type Regimen = Plan['regimens'][number];

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const repeatOf = (schedule: Schedule, dosesPerDay: number) => {
  switch (schedule.kind) {
    case 'every-days':
      return { frequency: dosesPerDay, period: schedule.days, periodUnit: 'd' as const };
    case 'every-weeks':
      return { frequency: dosesPerDay, period: schedule.weeks, periodUnit: 'wk' as const };
    case 'weekdays':
      return {
        frequency: dosesPerDay,
        period: 1,
        periodUnit: 'd' as const,
        dayOfWeek: schedule.weekdays.map((weekday) => WEEKDAYS[weekday - 1] ?? 'mon'),
      };
  }
};

type Phase = Pick<Regimen, 'anchor' | 'schedule' | 'dosesPerDay' | 'amount' | 'until'>;

const dosage = (productId: string, phase: Phase, sequence: number) => {
  const { anchor, schedule, dosesPerDay, amount, until } = phase;
  const bounds = {
    ...(anchor === undefined ? {} : { start: anchor }),
    ...(until === undefined ? {} : { end: until }),
  };
  return {
    sequence,
    ...(schedule === undefined
      ? { asNeededBoolean: true }
      : {
          timing: {
            repeat: {
              ...(Object.keys(bounds).length === 0 ? {} : { boundsPeriod: bounds }),
              ...repeatOf(schedule, dosesPerDay),
            },
          },
        }),
    ...routeOf(productId),
    doseAndRate: [{ doseQuantity: quantity(amount) }],
  };
};

/** One regimen of a plan. A loading phase is its first dosage; `isInForce` is about the last day of the export. */
export const request = (
  plan: Plan,
  regimen: Regimen,
  {
    subject,
    place,
    isInForce,
  }: Pick<Subject, 'subject'> & { readonly place: number; readonly isInForce: boolean },
) => {
  const { productId, loading } = regimen;
  const phases: Phase[] = loading === undefined ? [regimen] : [loading, regimen];
  return {
    resourceType: 'MedicationRequest' as const,
    id: `${plan.id}-${String(place + 1)}`,
    status: isInForce ? ('active' as const) : ('completed' as const),
    intent: 'plan' as const,
    category: [concept('regimen-kind', regimen.kind, regimen.kind.replaceAll('-', ' '))],
    medicationCodeableConcept: productConcept(productId, regimen.productName),
    subject,
    authoredOn: plan.setAt,
    dosageInstruction: phases.map((phase, at) => dosage(productId, phase, at + 1)),
  };
};
