import type { NotTakenBody, TreatmentBody } from '#contracts/entries.ts';
import { planInForce } from '#domain/plan.ts';
import { entry } from '#table/entities/diary.ts';
import { linkStands } from '#usecases/caller/still-in.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import { fail, type Result } from '#usecases/result.ts';
import { closed } from './closed.ts';
import type { DiaryIds } from './may-write.ts';
import { readAbout } from './read-about.ts';

const PLAN_CHANGED = 'plan-changed';

interface Given {
  readonly id: string;
  /** The day it counts for. */
  readonly on: string;
  readonly body: Pick<TreatmentBody | NotTakenBody, 'knownPlan' | 'mutationId' | 'passed' | 'source'>;
}

/**
 * Asks about what was recorded without a connection by a plan that another one has replaced since, also for that day:
 * neither plan is taken as the right one. A plan that plans the same is no other plan. Only what had to wait costs the
 * read.
 *
 * @returns the question; `undefined` where there is none, or where the write itself has a better answer
 */
export const planChanged = async (
  context: Context,
  caller: Writer,
  diary: DiaryIds,
  { id, on, body }: Given,
): Promise<Result<never> | undefined> => {
  const { knownPlan, mutationId, passed, source } = body;
  if (caller.kind !== 'person' || source !== 'offline') return undefined;
  if (knownPlan === undefined || passed.includes(PLAN_CHANGED)) return undefined;
  const { found, plans, links } = await readAbout(context, diary);
  const mine = links.find(({ account }) => account === caller.account);
  if (found === undefined || closed(found) !== undefined || !linkStands(mine, caller).ok) return undefined;
  const [known, now] = [plans.find((plan) => plan.id === knownPlan), planInForce(plans, on)];
  if (now?.id === knownPlan) return undefined;
  if (JSON.stringify(known?.regimens) === JSON.stringify(now?.regimens)) return undefined;
  const before = await context.store.get(entry, entry.key({ ...diary, entry: id }));
  // It had arrived while that plan was in force, and its answer was lost.
  if (before?.recordedIn === mutationId) return undefined;
  return fail('question', { questions: [{ pointer: '/knownPlan', reason: PLAN_CHANGED }] });
};
