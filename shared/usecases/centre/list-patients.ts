import type * as z from 'zod';
import type { RosterRow, rosterSearch } from '#contracts/centre.ts';
import { state } from '#table/entities/state.ts';
import { fold } from '#table/fold.ts';
import * as patterns from '#table/patterns.ts';
import { noteView } from '#usecases/audit/view.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { ok } from '#usecases/result.ts';

const PAGE = 50;

/** What the roster index projects of a state; parsed, because an index may lag behind a new field. */
const projected = state.fields.pick({
  patient: true,
  identity: true,
  channel: true,
  homeTherapy: true,
  recording: true,
  delivery: true,
  lastEntryAt: true,
});

const rowOf = (item: Readonly<Record<string, unknown>>): RosterRow => {
  const found = projected.parse(item);
  return {
    id: found.patient,
    name: `${found.identity.familyName}, ${found.identity.givenName}`,
    birthDate: found.identity.birthDate,
    channel: found.channel,
    homeTherapy: found.homeTherapy,
    recording: found.recording.stage,
    ...(found.recording.dueOn === undefined ? {} : { dueOn: found.recording.dueOn }),
    delivery: found.delivery.status,
    ...(found.lastEntryAt === undefined ? {} : { lastEntryAt: found.lastEntryAt }),
  };
};

/** The centre's patients by family name, a page at a time. Who was on the page is in the audit before it is answered. */
export const listPatients = async (
  context: Context,
  caller: StaffCaller,
  search: z.infer<typeof rosterSearch>,
) => {
  const start = search.name === undefined || search.name === '' ? '' : fold(search.name);
  const page = await context.store.queryProjected(patterns.rosterOf(caller.centre, start), {
    cursor: search.cursor,
    limit: PAGE,
  });
  const items = page.items.map((item) => rowOf(item));
  const shown = items.map(({ id }) => id);
  await noteView(
    context,
    caller,
    { of: 'centre', centre: caller.centre },
    { action: 'list-patients', shown },
  );
  return ok({
    items,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  });
};
