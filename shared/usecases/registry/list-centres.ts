import type * as z from 'zod';
import type { centreWithPolicy } from '#contracts/centre.ts';
import { centrePolicy, centreProfile } from '#table/entities/centre.ts';
import * as patterns from '#table/patterns.ts';
import { centreOf } from '#usecases/centre/read-centre.ts';
import type { Context } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

const PAGE = 50;

/** The centres and their status. */
export const listCentres = async (context: Context, cursor: string | undefined) => {
  const page = await context.store.query(patterns.centresOfRegistry(), { cursor, limit: PAGE });
  const items = page.items.map(({ item }) => centreOf(item));
  return ok({ items, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) });
};

/** One centre with its policy; the version is the profile's, which is what the registry corrects. */
export const readCentreForRegistry = async (
  context: Context,
  centre: string,
): Promise<Result<z.infer<typeof centreWithPolicy>>> => {
  const [profile, policy] = await Promise.all([
    context.store.get(centreProfile, centreProfile.key({ centre })),
    context.store.get(centrePolicy, centrePolicy.key({ centre })),
  ]);
  if (profile === undefined || policy === undefined) return fail('not-found');
  return ok({ ...centreOf(profile), policy: policy.policy });
};
