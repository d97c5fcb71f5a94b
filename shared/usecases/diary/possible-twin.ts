import type { Temporal } from 'temporal-polyfill';
import { findProduct } from '#catalogue/catalogue.ts';
import type { TreatmentBody } from '#contracts/entries.ts';
import { addDays } from '#domain/calendar-day.ts';
import * as patterns from '#table/patterns.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import type { Clause } from '#usecases/ports/store.ts';
import { fail, type Result } from '#usecases/result.ts';
import { sightOfCaller } from '#usecases/withheld/as-seen.ts';
import { DUPLICATE } from './check-treatment.ts';
import type { DiaryIds } from './may-write.ts';

type Given = Pick<TreatmentBody, 'product' | 'when'> & { readonly passed: readonly string[] };

/** The time around a treatment in which another one of the same product may be the same dose. */
export const nearBy = (
  body: Given,
  given: Temporal.Instant,
): { readonly from: string; readonly to: string } | undefined => {
  const minutes =
    body.product.kind === 'catalogue' ? findProduct(body.product.id)?.duplicateIntervalMinutes : undefined;
  if (minutes === undefined || body.passed.includes(DUPLICATE)) return undefined;
  return {
    from: given.subtract({ minutes }).toString({ smallestUnit: 'second' }),
    to: given.add({ minutes }).toString({ smallestUnit: 'second' }),
  };
};

/** The other parent may just have recorded the same dose: asked inside the write, so that two at once are caught too. */
export const noTwin = (body: Given, near: ReturnType<typeof nearBy>): readonly Clause[] =>
  near === undefined || body.product.kind !== 'catalogue'
    ? []
    : [
        {
          any: [
            { path: 'lastTreatment', is: 'absent' },
            { path: 'lastTreatment.at', is: '<=', to: near.from },
            { path: 'lastTreatment.at', is: '>=', to: near.to },
            { path: 'lastTreatment.product.kind', is: '=', to: 'other' },
            { path: 'lastTreatment.product.id', is: '<>', to: body.product.id },
          ],
        },
      ];

/** Whether another treatment that the caller may know of is near: it may be the same dose. */
const hasTwin = async (
  context: Context,
  caller: Writer,
  { centre, patient }: DiaryIds,
  body: Given,
  near: ReturnType<typeof nearBy>,
): Promise<boolean> => {
  if (near === undefined || body.product.kind !== 'catalogue') return false;
  const day = body.when.local.slice(0, 10);
  const { id } = body.product;
  const [sight, around] = await Promise.all([
    sightOfCaller(context, caller, { centre, patient }),
    // By the clock where each was given, which may show the day before or after.
    context.store.queryAll(patterns.entriesBetween(centre, patient, addDays(day, -1), addDays(day, 1))),
  ]);
  return around.some(
    ({ item: { entry, data, instantAt, voided } }) =>
      // The question itself would tell of a treatment that is withheld from them.
      sight.sees(entry) &&
      voided === undefined &&
      data.kind === 'treatment' &&
      data.product.kind === 'catalogue' &&
      data.product.id === id &&
      instantAt > near.from &&
      instantAt < near.to,
  );
};

/** The question before a treatment is kept that may be there already. */
export const twinQuestion =
  (context: Context, caller: Writer, body: Given, near: ReturnType<typeof nearBy>) =>
  async (diary: DiaryIds): Promise<Result<never> | undefined> =>
    (await hasTwin(context, caller, diary, body, near))
      ? fail('question', { questions: [{ pointer: '/when/local', reason: DUPLICATE }] })
      : undefined;
