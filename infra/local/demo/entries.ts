import type { Temporal } from 'temporal-polyfill';
import { findProduct } from '#catalogue/catalogue.ts';
import type { BleedBody, ConfirmationBody, NotTakenBody, TreatmentBody } from '#contracts/entries.ts';
import type { entry, use } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { bleedFieldsOf, bleedItem } from '#usecases/diary/record-bleed.ts';
import { monthStarts } from '#usecases/diary/record-period.ts';
import { treatmentData } from '#usecases/diary/record-treatment.ts';
import { usesOf } from '#usecases/diary/uses-of.ts';
import { dayIn, entryItem } from '#usecases/diary/entry-item.ts';
import type { Person, StaffCaller } from '#usecases/ports/context.ts';
import { instantAt, millisOf, ZONE } from './when.ts';

type Entry = Stored<typeof entry>;
interface Diary {
  readonly centre: string;
  readonly patient: string;
}

type Said =
  | { readonly kind: 'treatment'; readonly body: TreatmentBody }
  | { readonly kind: 'bleed'; readonly body: BleedBody }
  | { readonly kind: 'not-taken'; readonly body: NotTakenBody }
  | { readonly kind: 'confirmation'; readonly body: ConfirmationBody };

/** What somebody recorded, when it arrived, and what became of it later. */
export interface Told {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly by: Person | StaffCaller;
  readonly said: Said;
  readonly later?:
    | { readonly fate: 'voided'; readonly at: Temporal.Instant; readonly reason: string }
    | { readonly fate: 'corrected'; readonly at: Temporal.Instant; readonly before: Said }
    | undefined;
}

export interface Written {
  readonly entries: readonly Entry[];
  readonly uses: readonly Stored<typeof use>[];
}

const periodItems = (
  diary: Diary,
  told: Told,
  body: NotTakenBody | ConfirmationBody,
  data: Entry['data'],
): Entry[] =>
  monthStarts(body.from, body.to).map((start, place) =>
    entryItem(told.by, diary, stampOf(told), body, {
      entry: told.id,
      ...(place === 0 ? {} : { part: start.slice(0, 7) }),
      data,
      localAt: start,
      instant: instantAt(`${start}T12:00`),
      day: start,
    }),
  );

const stampOf = ({ at, by, said }: Told) => ({
  at: millisOf(at),
  by: by.account,
  mutationId: said.body.mutationId,
});

const firstItems = (diary: Diary, told: Told): Written => {
  const { said, by } = told;
  const stamp = stampOf(told);
  switch (said.kind) {
    case 'treatment': {
      const { body } = said;
      const instant = instantAt(body.when.local);
      const name = body.product.kind === 'catalogue' ? findProduct(body.product.id)?.name : body.product.name;
      const placed = {
        entry: told.id,
        data: treatmentData(body, name ?? ''),
        localAt: body.when.local,
        instant,
        day: dayIn(instant, ZONE),
      };
      return {
        entries: [entryItem(by, diary, stamp, body, placed)],
        uses: usesOf(diary, told.id, body, instant, stamp),
      };
    }
    case 'bleed': {
      const bleed = bleedFieldsOf(said.body);
      const started = instantAt(bleed.startedAt.local);
      const given = { id: told.id, bleed, started, homeZone: ZONE };
      return { entries: [bleedItem(by, diary, stamp, said.body, given)], uses: [] };
    }
    case 'not-taken': {
      const { from, to, reason } = said.body;
      const data = { kind: 'not-taken' as const, from, to, ...(reason === undefined ? {} : { reason }) };
      return { entries: periodItems(diary, told, said.body, data), uses: [] };
    }
    case 'confirmation': {
      const { from, to, answers } = said.body;
      const data = { kind: 'confirmation' as const, from, to, answers };
      return { entries: periodItems(diary, told, said.body, data), uses: [] };
    }
  }
};

/** The items of an entry as they are now: made by the use cases' own builders, then voided or corrected. */
export const itemsOf = (diary: Diary, told: Told): Written => {
  const { entries, uses } = firstItems(diary, told);
  const { later } = told;
  if (later === undefined) return { entries, uses };
  const second = { version: 2, updatedAt: millisOf(later.at), updatedBy: told.by.account };
  if (later.fate === 'corrected') return { entries: entries.map((one) => ({ ...one, ...second })), uses };
  const voided = { at: second.updatedAt, by: told.by.account, reason: later.reason };
  return { entries: entries.map((one) => ({ ...one, ...second, voided })), uses: [] };
};
