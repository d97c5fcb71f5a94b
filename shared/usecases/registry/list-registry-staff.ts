import type * as z from 'zod';
import type { registryMember } from '#contracts/registry.ts';
import * as patterns from '#table/patterns.ts';
import type { Context } from '#usecases/ports/context.ts';
import { ok, type Result } from '#usecases/result.ts';

type Row = z.infer<typeof registryMember>;

/** Who works at the registry, and for whom a recovery waits for its second confirmation. */
export const listRegistryStaff = async (context: Context): Promise<Result<{ readonly items: Row[] }>> => {
  const found = await context.store.queryAll(patterns.registryTeam());
  const now = context.now().toString();
  const waiting = new Map(
    found.flatMap((one) =>
      one.type === 'registry-recovery' && one.item.second === undefined && one.item.endsAt > now
        ? [[one.item.account, one.item] as const]
        : [],
    ),
  );
  const members = found.flatMap((one) => (one.type === 'registry-staff' ? [one.item] : []));
  return ok({
    items: members.map(({ account, displayName, job, status, since }): Row => {
      const asked = waiting.get(account);
      return {
        account,
        displayName,
        job,
        status,
        since,
        ...(asked === undefined
          ? {}
          : { recovery: { askedBy: asked.first, reason: asked.reason, endsAt: asked.endsAt } }),
      };
    }),
  });
};
