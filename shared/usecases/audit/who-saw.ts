import { Temporal } from 'temporal-polyfill';
import type { Owner } from '#table/entities/owner.ts';
import type { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import type { Context } from '#usecases/ports/context.ts';
import { nameIn } from './names-of.ts';
import { looksOf, type Look } from './look.ts';

type Audit = Stored<typeof audit>;

export interface Span {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** Sort keys are texts: milliseconds are always there, as in what is stored. */
const sortable = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'millisecond' });

const auditIn = async ({ store }: Pick<Context, 'store'>, owner: Owner, { from, to }: Span) => {
  const found = await store.queryAll(patterns.auditBetween(owner, sortable(from), sortable(to)));
  return found.map(({ item }) => item);
};

/** Lists, and whole exports, are in the audit of the centre that saw them; a list of what is shared names the diary in full. */
const listsOf = async (
  context: Pick<Context, 'store'>,
  centre: string,
  diary: DiaryIds,
  span: Span,
): Promise<readonly Audit[]> => {
  const own = centre === diary.centre;
  const name = own ? diary.patient : `${diary.centre}/${diary.patient}`;
  const items = await auditIn(context, { of: 'centre', centre }, span);
  return items.filter(({ shown }) => (shown === 'everyone' ? own : shown?.includes(name) === true));
};

/**
 * Who saw and changed a diary between two instants, oldest first: by itself, on lists, in exports of the whole centre,
 * and from centres that it is or was shared with. A view that was refused has shown nothing, and says so.
 */
export const whoSaw = async (
  context: Pick<Context, 'store'>,
  diary: DiaryIds,
  span: Span,
): Promise<readonly Look[]> => {
  const about = await readAbout(context, diary);
  const centres = [diary.centre, ...about.grants.map(({ grantee }) => grantee)];
  const [own, names, ...lists] = await Promise.all([
    auditIn(context, { of: 'diary', ...diary }, span),
    nameIn(context, diary.centre, about),
    ...centres.map((centre) => listsOf(context, centre, diary, span)),
  ]);
  return looksOf([...own, ...lists.flat()], about, names).sort((a, b) => (a.at < b.at ? -1 : 1));
};
