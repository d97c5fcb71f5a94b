import { centreProfile } from '#table/entities/centre.ts';
import { linkedTo } from '#table/patterns.ts';
import type { Context } from '../ports/context.ts';

/** What an ID token says of an account. Text only: an HTTP API hands lists over as text anyway. */
export interface Claims {
  readonly account: string;
  /** `centre/patient`, separated by spaces: the diaries of a patient or carer. */
  readonly diaries?: string;
  readonly centre?: string;
  readonly job?: string;
}

/** Nobody works in a suspended centre: they are let in again with the next sign-in after it is active. */
const isActive = async (context: Pick<Context, 'store'>, centre: string): Promise<boolean> =>
  (await context.store.get(centreProfile, centreProfile.key({ centre })))?.status !== 'suspended';

/**
 * The claims of an account as its links are now. A person without a live link gets no diaries and may still sign in:
 * to read the statement and to accept an invitation. An ended membership gives no job, and without one neither the
 * session function nor the API lets anybody in.
 */
export const claimsOf = async (account: string, context: Pick<Context, 'store'>): Promise<Claims> => {
  const found = await context.store.queryAll(linkedTo(account));
  const diaries = found.flatMap((one) =>
    one.type === 'link' ? [`${one.item.centre}/${one.item.patient}`] : [],
  );
  // Someone with a job at several centres works in one per session: where they started last.
  const [staff] = found
    .flatMap((one) => (one.type === 'staff' ? [one.item] : []))
    .sort((one, other) => other.since.localeCompare(one.since));
  if (staff !== undefined)
    return (await isActive(context, staff.centre))
      ? { account, centre: staff.centre, job: staff.job }
      : { account };
  const registry = found.find((one) => one.type === 'registry-staff');
  if (registry?.type === 'registry-staff') return { account, job: registry.item.job };
  return diaries.length === 0 ? { account } : { account, diaries: diaries.join(' ') };
};
