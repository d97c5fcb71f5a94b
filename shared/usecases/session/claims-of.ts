import type { StaffJob } from '#domain/vocabulary.ts';
import { registryCentre } from '#table/entities/centre.ts';
import { linkedTo } from '#table/patterns.ts';
import type { Context } from '../ports/context.ts';
import type { Scopes } from '../ports/scopes.ts';
import type { Found } from '../ports/store.ts';

type Linked = Found<ReturnType<typeof linkedTo>['finds'][number]>;

/** What an ID token says of an account. Text only: an HTTP API hands lists over as text anyway. */
export interface Claims {
  readonly account: string;
  /** `centre/patient`, separated by spaces: the diaries of a patient or carer. */
  readonly diaries?: string;
  readonly centre?: string;
  readonly job?: string;
  /** How many centres staff may choose from; absent when there is no choice. */
  readonly centres?: string;
}

export interface Workplace {
  readonly centre: string;
  readonly job: StaffJob;
}

/** Nobody works in a suspended centre: they are let in again with the next sign-in after it is active. */
const isActive = async (context: Pick<Context, 'store'>, centre: string): Promise<boolean> =>
  (await context.store.get(registryCentre, registryCentre.key({ centre })))?.status !== 'suspended';

const workplacesOf = async (
  found: readonly Linked[],
  context: Pick<Context, 'store'>,
): Promise<readonly Workplace[]> => {
  const staff = found
    .flatMap((one) => (one.type === 'staff' ? [one.item] : []))
    .sort((one, other) => other.since.localeCompare(one.since));
  const active = await Promise.all(staff.map(({ centre }) => isActive(context, centre)));
  return staff.filter((_, place) => active[place]).map(({ centre, job }) => ({ centre, job }));
};

/** The active centres where an account has a job, the newest job first. */
export const placesToWork = async (
  account: string,
  context: Context & Scopes,
): Promise<readonly Workplace[]> =>
  workplacesOf(await context.within({ of: 'account', account }).queryAll(linkedTo(account)), context);

/**
 * The claims of an account as its links are now. A person without a live link gets no diaries and may still sign in:
 * to read the statement and to accept an invitation. An ended membership gives no job, and without one neither the
 * session function nor the API lets anybody in.
 *
 * @param chosen the centre that a session works at; without one, where they started last
 */
export const claimsOf = async (
  account: string,
  context: Pick<Context, 'store'>,
  chosen?: string,
): Promise<Claims> => {
  const found = await context.store.queryAll(linkedTo(account));
  if (found.some(({ type }) => type === 'staff')) {
    const places = await workplacesOf(found, context);
    const at = chosen === undefined ? places[0] : places.find(({ centre }) => centre === chosen);
    if (at === undefined) return { account };
    return { account, ...at, ...(places.length > 1 ? { centres: String(places.length) } : {}) };
  }
  const registry = found.find((one) => one.type === 'registry-staff');
  if (registry?.type === 'registry-staff') return { account, job: registry.item.job };
  const diaries = found.flatMap((one) =>
    one.type === 'link' ? [`${one.item.centre}/${one.item.patient}`] : [],
  );
  return diaries.length === 0 ? { account } : { account, diaries: diaries.join(' ') };
};
