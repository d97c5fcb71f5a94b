import type { Temporal } from 'temporal-polyfill';
import type { BleedBody, Saved } from '#contracts/entries.ts';
import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import type { Stamp } from '#table/item.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { recordAsSeen } from '#usecases/withheld/record-as-seen.ts';
import type { Sight } from '#usecases/withheld/sight.ts';
import { dayIn, entryItem, instantOf, stampOf } from './entry-item.ts';
import { covers, type DiaryIds } from './may-write.ts';
import { savedOf } from './saved.ts';
import { saveEntries, type Traces } from './save-entries.ts';

type Entry = Stored<typeof entry>;
export type BleedFields = Omit<
  BleedBody,
  'mutationId' | 'typedAt' | 'clockAheadMinutes' | 'passed' | 'source'
>;
type Sent = Pick<BleedBody, 'typedAt' | 'clockAheadMinutes' | 'passed' | 'source'>;

/** When a bleed began, checked: not ahead, and not after its end. */
export const bleedStart = (
  bleed: BleedFields,
  now: Temporal.Instant,
  pointer: string,
): Result<Temporal.Instant> => {
  const started = instantOf(bleed.startedAt, now, `${pointer}/startedAt`);
  if (!started.ok || bleed.endedAt === undefined) return started;
  const ended = instantOf(bleed.endedAt, now, `${pointer}/endedAt`);
  if (!ended.ok) return ended;
  return ended.value.epochMilliseconds < started.value.epochMilliseconds
    ? invalid(`${pointer}/endedAt/local`, 'before-start')
    : started;
};

/** The stored form of a bleed. */
export const bleedItem = (
  caller: Writer,
  diary: DiaryIds,
  stamp: Stamp,
  sent: Sent,
  given: {
    readonly id: string;
    readonly bleed: BleedFields;
    readonly started: Temporal.Instant;
    readonly homeZone: string;
  },
): Entry =>
  entryItem(caller, diary, stamp, sent, {
    entry: given.id,
    data: { kind: 'bleed', ...given.bleed },
    localAt: given.bleed.startedAt.local,
    instant: given.started,
    day: dayIn(given.started, given.homeZone),
  });

/** An ongoing bleed shows on Home until it has an end. */
export const openBleedTrace = (id: string, bleed: BleedFields): NonNullable<Traces['openBleeds']> =>
  bleed.endedAt === undefined
    ? [{ id, site: bleed.site, side: bleed.side, severity: bleed.severity, startedAt: bleed.startedAt }]
    : [];

/** Fields of a bleed as they are kept, without what only the act needs. */
export const bleedFieldsOf = (body: BleedBody): BleedFields => {
  const { mutationId: _m, typedAt: _t, clockAheadMinutes: _c, passed: _p, source: _s, ...bleed } = body;
  return bleed;
};

/** The bleed it goes on from, where that stands in the table. */
export const bleedUnder = <B extends Pick<BleedFields, 'sameAs' | 'notSameAs'>>(
  { sameAs, notSameAs, ...bleed }: B,
  stored: Sight['stored'],
) => ({
  ...bleed,
  ...(sameAs === undefined ? {} : { sameAs: stored(sameAs) }),
  ...(notSameAs === undefined ? {} : { notSameAs: stored(notSameAs) }),
});

/** Records a bleed, whether or not it was treated. */
export const recordBleed = async (
  context: Context,
  caller: Writer,
  diary: DiaryIds,
  id: string,
  body: BleedBody,
): Promise<Result<Saved>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const bleed = bleedFieldsOf(body);
  const started = bleedStart(bleed, context.now(), '');
  if (!started.ok) return started;
  const stamp = stampOf(context, caller, body.mutationId);
  const names = bleed.sameAs !== undefined || bleed.notSameAs !== undefined;
  return recordAsSeen(context, caller, diary, id, names, async (stored) => {
    const made = { id: stored(id), bleed: bleedUnder(bleed, stored), started: started.value };
    const result = await saveEntries(context, caller, bleed.startedAt.zone, (homeZone) =>
      ok({
        stamp,
        diary,
        entries: [bleedItem(caller, diary, stamp, body, { ...made, homeZone })],
        uses: [],
        evidence: [],
        traces: { openBleeds: openBleedTrace(made.id, bleed) },
        homeZone,
        happening: { action: 'record-bleed', about: made.id },
      }),
    );
    return savedOf(result);
  });
};
