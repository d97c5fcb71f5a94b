import type { SharedRow } from '#contracts/sharing.ts';
import { grantState } from '#domain/grant-state.ts';
import { localDay } from '#domain/local-time.ts';
import { centreProfile } from '#table/entities/centre.ts';
import type { grant } from '#table/entities/sharing.ts';
import type { Fields } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import { noteView } from '#usecases/audit/view.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Directory } from '#usecases/ports/directory.ts';
import { ok } from '#usecases/result.ts';

const PAGE = 50;

/** What another centre is told of a patient: enough to know the person by, and how long it may look. */
export const sharedRowOf = (item: Fields<typeof grant>): SharedRow => ({
  centre: item.centre,
  centreName: item.centreName,
  patient: item.patient,
  name: `${item.familyName}, ${item.givenName}`,
  birthDate: item.birthDate,
  mayRecord: item.mayRecord,
  startsOn: item.startsOn,
  endsOn: item.endsOn,
});

/** The diaries of other centres that the caller's centre may see today. */
export const listShared = async (
  context: Context & Directory,
  caller: StaffCaller,
  cursor: string | undefined,
) => {
  const [page, listed, ours] = await Promise.all([
    context.store.query(patterns.sharedWith(caller.centre), { cursor, limit: PAGE }),
    context.directory(),
    context.store.get(centreProfile, centreProfile.key(caller)),
  ]);
  const active = new Set(listed.flatMap(({ centre, status }) => (status === 'active' ? [centre] : [])));
  const live =
    ours?.status === 'active'
      ? page.items
          .map(({ item }) => item)
          .filter((item) => active.has(item.centre))
          .filter((item) => grantState(item, localDay(context.now(), item.homeZone)) === 'live')
      : [];
  const items = live.map((item) => sharedRowOf(item)).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const owner = { of: 'centre' as const, centre: caller.centre };
  const shown = items.map(({ centre, patient }) => `${centre}/${patient}`);
  await noteView(context, caller, owner, { action: 'list-shared', shown });
  return ok({ items, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) });
};
