import type { ListedCentre } from '#contracts/sharing.ts';
import * as patterns from '#table/patterns.ts';
import type { StaffCaller } from '#usecases/ports/context.ts';
import type { Directory } from '#usecases/ports/directory.ts';
import type { Store } from '#usecases/ports/store.ts';
import { ok, type Result } from '#usecases/result.ts';

/** The directory in a store that reaches it: the function's own, not that of a scope. */
export const readDirectory =
  (store: Store): Directory['directory'] =>
  async () =>
    (await store.queryAll(patterns.directory())).map(({ item }) => item);

/** The centres a diary can be shared with, by name: all that take part now but the caller's own. */
export const listDirectory = async (
  { directory }: Directory,
  caller: StaffCaller,
): Promise<Result<{ readonly items: ListedCentre[] }>> => {
  const listed = await directory();
  return ok({
    items: listed
      .filter(({ centre, status }) => centre !== caller.centre && status === 'active')
      .map(({ centre, name }) => ({ id: centre, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
  });
};
