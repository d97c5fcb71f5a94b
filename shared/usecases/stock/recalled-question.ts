import type { TreatmentBody } from '#contracts/entries.ts';
import type { TreatmentQuestion } from '#domain/check-treatment.ts';
import { recallOf } from '#domain/stock/recalled.ts';
import type { Context } from '#usecases/ports/context.ts';
import { fail, type Result } from '#usecases/result.ts';

const RECALLED: TreatmentQuestion = 'recalled';

/** Asks before a treatment with a batch is kept that the centre calls back; can be passed, for it may be given already. */
export const recalledQuestion = async (
  context: Context,
  { centre }: { readonly centre: string },
  { product, containers, passed }: TreatmentBody,
): Promise<Result<never> | undefined> => {
  if (product.kind !== 'catalogue' || passed.includes(RECALLED)) return undefined;
  const recalls = await context.recallsAt(context.store, centre);
  const questions = containers.flatMap(({ batch }, index) =>
    batch.kind === 'known' && recallOf(recalls, product.id, batch.number) !== undefined
      ? [{ pointer: `/containers/${String(index)}/batch`, reason: RECALLED }]
      : [],
  );
  return questions.length === 0 ? undefined : fail('question', { questions });
};
