import type { link } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { DiaryIds } from './may-write.ts';
import { planOf } from './read-plan.ts';

/** A patient's state, plans (oldest first) and links, in one query. `found` is missing where there is no such patient. */
export const readAbout = async (context: Context, { centre, patient }: DiaryIds) => {
  const about = await context.store.queryAll(patterns.aboutPatient(centre, patient));
  const plans: ReturnType<typeof planOf>[] = [];
  const links: Stored<typeof link>[] = [];
  let found: Stored<typeof state> | undefined;
  for (const one of about) {
    if (one.type === 'link') links.push(one.item);
    else if (one.type === 'plan') plans.push(planOf(one.item));
    else found = one.item;
  }
  return { found, plans, links };
};
