import type { Temporal } from 'temporal-polyfill';
import { localDay, quietHoursEnd } from '#domain/local-time.ts';
import { centreProfile } from '#table/entities/centre.ts';
import { outbox } from '#table/entities/system.ts';
import type { Context } from '#usecases/ports/context.ts';
import { mailItem } from './mail-item.ts';

/**
 * Makes sure that the centre is told today that its worklist has something new: at most one such mail a day. It is
 * queued before the transition it tells of, so that none is ever missed; one too many says nothing untrue.
 */
export const queueDigest = async (context: Context, centre: string, now: Temporal.Instant): Promise<void> => {
  const profile = await context.store.get(centreProfile, centreProfile.key({ centre }));
  if (profile === undefined) return;
  const sendAt = quietHoursEnd(context.now(), profile.zone);
  const today = localDay(now, profile.zone);
  const item = mailItem(context, {
    owner: { of: 'centre', centre },
    message: 'lapsed-digest',
    to: profile.email,
    zone: profile.zone,
    values: {},
    by: 'overdue-sweep',
    id: `digest-${today}`,
    at: `${today}T00:00:00Z`,
    notBefore: sendAt.toString({ smallestUnit: 'second' }),
  });
  await context.store.transact([{ act: 'put', label: 'digest', entity: outbox, item, over: 'absent' }]);
};
