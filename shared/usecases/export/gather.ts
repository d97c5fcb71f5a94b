import { findProduct } from '#catalogue/catalogue.ts';
import type { Entry } from '#contracts/entries.ts';
import type { DiaryRecord } from '#contracts/export.ts';
import { addDays } from '#domain/calendar-day.ts';
import type { centreProfile } from '#table/entities/centre.ts';
import type { link } from '#table/entities/diary.ts';
import type { photo } from '#table/entities/photo.ts';
import type { state } from '#table/entities/state.ts';
import type { stock } from '#table/entities/stock.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import type { planOf } from '#usecases/diary/read-plan.ts';
import { readEntry, type NameOf } from '#usecases/diary/read-entry.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Mark, Sight } from '#usecases/withheld/sight.ts';
import { countsIn, readFrom, type Span } from './span.ts';

/** What is known of a diary before its entries are read. */
export interface About {
  readonly found: Stored<typeof state>;
  readonly profile: Stored<typeof centreProfile>;
  readonly links: readonly Stored<typeof link>[];
  readonly plans: readonly ReturnType<typeof planOf>[];
  readonly sight: Sight;
  readonly marks: readonly Mark[];
  readonly rows: readonly Stored<typeof stock>[];
  readonly photos: readonly Stored<typeof photo>[];
}

/** Periods stand once in each month they touch; an export tells each once. */
const once = (entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map((one) => [one.id, one])).values(),
];

const plansOf = (plans: About['plans']): DiaryRecord['plans'] =>
  plans.map((plan) => ({
    ...plan,
    regimens: plan.regimens.map((regimen) => ({
      ...regimen,
      productName: findProduct(regimen.productId)?.name ?? regimen.productId,
    })),
  }));

/** Everything between two days that stands in the table. A day more on either side: the timeline is by the clock where it was given. */
export const storedEntries = async (
  { store }: Pick<Context, 'store'>,
  { centre, patient }: DiaryIds,
  span: Span,
) => {
  const [from, to] = [addDays(readFrom(span), -1), addDays(span.to, 1)];
  const found = await store.queryAll(patterns.entriesBetween(centre, patient, from, to));
  return found.map(({ item }) => item);
};

/** Who recorded something: people by the names the centre has for them, staff as their centre. */
export const namesIn = ({ links }: About): NameOf => {
  const names = new Map(links.map(({ account, name }) => [account, name]));
  return ({ account, staff, of }) => (staff ? (of?.name ?? 'centre') : (names.get(account) ?? 'family'));
};

/** A period of a diary as one reader may have it, which every format is written from. */
export const gather = (
  about: About,
  stored: Awaited<ReturnType<typeof storedEntries>>,
  given: Span & { readonly madeAt: string; readonly stock: DiaryRecord['stock'] },
): DiaryRecord => {
  const { found, profile, sight } = about;
  const { from, to, madeAt, stock } = given;
  // By the days that the reader is told: where the home zone is withheld, a day asked for must not tell it.
  const items = sight.entries(stored, profile.zone).filter((item) => countsIn(item, { from, to }));
  const { diagnosis, factorLevel } = found.details;
  return {
    format: 'haemdiary-diary',
    version: 1,
    madeAt,
    from,
    to,
    homeZone: sight.zone(found.homeZone, profile.zone),
    person: {
      id: found.patient,
      ...found.identity,
      diagnosis,
      ...(factorLevel === undefined ? {} : { factorLevel }),
    },
    centre: { name: profile.name, phone: profile.phone, emergencyPhone: profile.emergencyPhone },
    entries: once(items.map((item) => readEntry(item, namesIn(about)))),
    photos: about.photos
      .filter(({ bleed, removedAt }) => removedAt === undefined && sight.sees(bleed))
      .map(({ photo, bleed }) => ({ id: photo, bleed })),
    plans: plansOf(about.plans),
    stock,
  };
};
