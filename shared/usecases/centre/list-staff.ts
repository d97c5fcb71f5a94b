import * as patterns from '#table/patterns.ts';
import type { staff } from '#table/entities/centre.ts';
import type { Stored } from '#table/entity.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { ok } from '#usecases/result.ts';

/** A membership as colleagues read it. */
export const staffMemberOf = ({
  account,
  displayName,
  job,
  status,
  since,
  version,
}: Stored<typeof staff>) => ({
  account,
  displayName,
  job,
  status,
  since,
  version,
});

const PAGE = 100;

/** The staff of the centre, those who left among them. */
export const listStaff = async (context: Context, caller: StaffCaller, cursor: string | undefined) => {
  const page = await context.store.query(patterns.staffOf(caller.centre), { cursor, limit: PAGE });
  return ok({
    items: page.items.map(({ item }) => staffMemberOf(item)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  });
};
