import { Temporal } from 'temporal-polyfill';
import type { When } from '#contracts/entries.ts';

/** Whose diary it is, and which bleeds are in the bundle: a reference to one that is not would lead nowhere. */
export interface Subject {
  readonly subject: { readonly reference: string };
  readonly has: (bleed: string) => boolean;
}

/** An instant as the clock showed it there, with its offset from UTC. FHIR wants seconds. */
export const moment = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });

/** What the person typed, as the same. */
export const momentOf = ({ local, zone, fold }: When): string =>
  Temporal.PlainDateTime.from(local)
    .toZonedDateTime(zone, { disambiguation: fold ?? 'compatible' })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
