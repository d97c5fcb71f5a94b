import { findProduct } from '#catalogue/catalogue.ts';
import type { RecallPerson, RecallTrace } from '#contracts/recall.ts';
import { addDays } from '#domain/calendar-day.ts';
import { localDay } from '#domain/local-time.ts';
import { leftOf } from '#domain/stock/stock-balance.ts';
import { state } from '#table/entities/state.ts';
import { recall } from '#table/entities/stock.ts';
import type { Fields, Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import { noteView } from '#usecases/audit/view.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { blindSpots } from './blind-spots.ts';
import { contactShown } from './note-recall-contact.ts';
import { recallShown } from './recall-batch.ts';

/** Each costs two reads of a diary, and a function has ten seconds. */
const PAGE = 20;
/** Longer ago nothing of a batch is still in a home. */
const LOOK_BACK_DAYS = 400;

type Called = Fields<typeof recall>;
type Contacts = ReadonlyMap<string, RecallPerson['contact']>;

const personOf = (
  { patient, identity, details }: Pick<Stored<typeof state>, 'patient' | 'identity' | 'details'>,
  contacts: Contacts,
): Pick<RecallPerson, 'patient' | 'name' | 'phone' | 'contact'> => {
  const contact = contacts.get(patient);
  return {
    patient,
    name: `${identity.familyName}, ${identity.givenName}`,
    ...(details.phone === undefined ? {} : { phone: details.phone }),
    ...(contact === undefined ? {} : { contact }),
  };
};

/** By patient: how often the batch was used, when last, and how many are held. */
const inRecord = async ({ store }: Context, { centre, product, normalisedBatch }: Called) => {
  const [uses, held] = await Promise.all([
    store.queryAll(patterns.batchUses(centre, product, normalisedBatch)),
    store.queryAll(patterns.batchHeld(centre, product, normalisedBatch)),
  ]);
  const people = new Map<string, Pick<RecallPerson, 'used' | 'held'>>();
  for (const { item } of uses) {
    const before = people.get(item.patient)?.used;
    const last = before !== undefined && before.last > item.treatedAt ? before.last : item.treatedAt;
    people.set(item.patient, { used: { times: (before?.times ?? 0) + 1, last } });
  }
  for (const { item } of held) {
    const { count } = leftOf(item, findProduct(product), item.strength);
    const before = people.get(item.patient);
    if (count > 0) people.set(item.patient, { ...before, held: (before?.held ?? 0) + count });
  }
  return people;
};

const blindOnPage = async (
  context: Context,
  called: Called,
  given: { readonly ids: readonly string[]; readonly contacts: Contacts },
): Promise<RecallPerson[]> => {
  const { centre } = called;
  const utc = localDay(context.now(), 'UTC');
  const all = await Promise.all(
    given.ids.map(async (patient): Promise<RecallPerson[]> => {
      const [{ found, plans, rows }, entries] = await Promise.all([
        readAbout(context, { centre, patient }),
        context.store.queryAll(
          patterns.entriesBetween(centre, patient, addDays(utc, -LOOK_BACK_DAYS), addDays(utc, 1)),
        ),
      ]);
      if (found === undefined || found.stop !== undefined) return [];
      const today = localDay(context.now(), found.homeZone);
      const spots = blindSpots(called, {
        found,
        plans,
        rows,
        entries: entries.map(({ item }) => item),
        today,
      });
      return spots.blind.length === 0 ? [] : [{ ...personOf(found, given.contacts), ...spots }];
    }),
  );
  return all.flat();
};

/**
 * Who used a recalled batch and who still holds it, by the index of batches, and then, a page of the roster at a time,
 * those of whom the record can't tell. Whom it showed is in the centre's audit before it is answered.
 */
export const traceRecall = async (
  context: Context,
  caller: StaffCaller,
  { id, cursor }: { readonly id: string; readonly cursor: string | undefined },
): Promise<Result<RecallTrace>> => {
  const { centre } = caller;
  const { store } = context;
  const called = await store.get(recall, recall.key({ centre, recall: id }));
  if (called === undefined) return fail('not-found');
  const [recorded, told, page] = await Promise.all([
    inRecord(context, called),
    store.queryAll(patterns.recallContactsOf(centre, id)),
    store.queryProjected(patterns.rosterOf(centre, ''), { cursor, limit: PAGE }),
  ]);
  const contacts: Contacts = new Map(told.map(({ item }) => [item.patient, contactShown(item)]));
  const ids = page.items.map((item) => state.fields.shape.patient.parse(item['patient']));
  const sure = cursor === undefined ? [...recorded.keys()] : [];
  const [states, blind] = await Promise.all([
    Promise.all(sure.map((patient) => store.get(state, state.key({ centre, patient })))),
    blindOnPage(context, called, { ids: ids.filter((patient) => !recorded.has(patient)), contacts }),
  ]);
  const people = [
    ...states.flatMap((found): RecallPerson[] =>
      found === undefined
        ? []
        : [{ ...personOf(found, contacts), ...recorded.get(found.patient), blind: [] }],
    ),
    ...blind,
  ];
  await noteView(
    context,
    caller,
    { of: 'centre', centre },
    { action: 'trace-recall', about: id, shown: people.map(({ patient }) => patient) },
  );
  return ok({
    recall: recallShown(called),
    people,
    looked: ids.length,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  });
};
