import type { link } from '#table/entities/diary.ts';
import type { handover } from '#table/entities/handover.ts';
import type { photo } from '#table/entities/photo.ts';
import type { request } from '#table/entities/request.ts';
import type { grant, withheld } from '#table/entities/sharing.ts';
import type { state } from '#table/entities/state.ts';
import type { stock } from '#table/entities/stock.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { DiaryIds } from './may-write.ts';
import { planOf } from './read-plan.ts';

/**
 * A patient's state, plans (oldest first), links, grants, stock and what is withheld, in one query. `found` is missing where
 * there is no such patient.
 */
export const readAbout = async (context: Pick<Context, 'store'>, { centre, patient }: DiaryIds) => {
  const about = await context.store.queryAll(patterns.aboutPatient(centre, patient));
  const plans: ReturnType<typeof planOf>[] = [];
  const links: Stored<typeof link>[] = [];
  const grants: Stored<typeof grant>[] = [];
  const rows: Stored<typeof stock>[] = [];
  const marks: Stored<typeof withheld>[] = [];
  const photos: Stored<typeof photo>[] = [];
  const requests: Stored<typeof request>[] = [];
  let found: Stored<typeof state> | undefined;
  let handedOver: Stored<typeof handover> | undefined;
  for (const one of about) {
    switch (one.type) {
      case 'link':
        links.push(one.item);
        break;
      case 'plan':
        plans.push(planOf(one.item));
        break;
      case 'grant':
        grants.push(one.item);
        break;
      case 'photo':
        photos.push(one.item);
        break;
      case 'withheld':
        marks.push(one.item);
        break;
      case 'request':
        requests.push(one.item);
        break;
      case 'stock':
        rows.push(one.item);
        break;
      case 'handover':
        handedOver = one.item;
        break;
      case 'state':
        found = one.item;
        break;
    }
  }
  return { found, plans, links, grants, marks, rows, photos, requests, handedOver };
};
