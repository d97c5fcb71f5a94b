import { findProduct } from '#catalogue/catalogue.ts';
import type { PlanHistory } from '#contracts/stock.ts';
import { localDay } from '#domain/local-time.ts';
import { comparePlans } from '#domain/plan.ts';
import { readNoted } from '#usecases/audit/view.ts';
import { covers, type DiaryIds } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import { mayNotLook } from '#usecases/diary/may-look.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

/** The plan in force and all the others, newest first: plans never change, a change is a new one. */
export const readPlans = (
  context: Context,
  caller: Person,
  diary: DiaryIds,
): Promise<Result<PlanHistory>> => {
  if (!covers(caller, diary)) return Promise.resolve(fail('not-found'));
  return readNoted(context, caller, { of: 'diary', ...diary }, { action: 'read-plans' }, async () => {
    const [{ found, plans, links }, statement] = await Promise.all([
      readAbout(context, diary),
      context.statementInForce(),
    ]);
    if (found === undefined) return fail('not-found');
    if (found.consent.state === 'revoked') return fail('not-found');
    const no = mayNotLook(caller, links, statement);
    if (no !== undefined) return no;
    return ok({
      today: localDay(context.now(), found.homeZone),
      plans: plans
        .toSorted((a, b) => comparePlans(b, a))
        .map((plan) => ({
          ...plan,
          products: Object.fromEntries(
            plan.regimens.map(({ productId }) => [productId, findProduct(productId)?.name ?? productId]),
          ),
        })),
    });
  });
};
