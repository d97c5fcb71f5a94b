import { grantState } from '#domain/grant-state.ts';
import { localDay } from '#domain/local-time.ts';
import { centreProfile } from '#table/entities/centre.ts';
import type { grant } from '#table/entities/sharing.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, SharingStaff, StaffCaller } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

/** `store` reaches the shared diary, `within` the caller's own centre. */
export type SharedContext = Context & Scopes;
type Grant = Stored<typeof grant>;

/** Who they are at their own centre, which must take part and know of the grant. */
interface AtOwnCentre {
  readonly centreName: string;
}

/**
 * What the caller's own centre knows, before anything of the diary is asked for: whether a grant is there at all. It is
 * in the caller's own scope; the diary's credentials are not even made for somebody without a grant. Whether the caller
 * still works there is asked by the middleware for what is read, and by each write itself.
 */
export const atOwnCentre = async (
  context: SharedContext,
  caller: StaffCaller,
  diary: DiaryIds,
): Promise<Result<AtOwnCentre>> => {
  const own = context.within({ of: 'centre', centre: caller.centre });
  const [shared, ours] = await Promise.all([
    own.query(patterns.sharedDiary(caller.centre, diary.centre, diary.patient), { limit: 1 }),
    own.get(centreProfile, centreProfile.key(caller)),
  ]);
  return shared.items.length === 0 || ours?.status !== 'active'
    ? fail('not-found')
    : ok({ centreName: ours.name });
};

/** What of the diary decides whether another centre may look. */
interface DiaryNow {
  readonly found: Stored<typeof state> | undefined;
  readonly grants: readonly Grant[];
  readonly profile: Stored<typeof centreProfile> | undefined;
}

/**
 * The caller as staff that a live grant lets in, from the diary as it is now. A grant that is over, a diary that is
 * closed, consent that was revoked and a centre that doesn't take part all answer as if nothing were there.
 */
export const letIn = (
  context: Pick<Context, 'now'>,
  caller: StaffCaller,
  { centreName }: AtOwnCentre,
  { found, grants, profile }: DiaryNow,
): { readonly caller: SharingStaff; readonly grant: Grant } | undefined => {
  const live = grants.find(({ grantee }) => grantee === caller.centre);
  if (found === undefined || live === undefined || profile?.status !== 'active') return undefined;
  const today = localDay(context.now(), found.homeZone);
  if (grantState(live, today) !== 'live') return undefined;
  if (found.stop !== undefined || found.consent.state === 'revoked') return undefined;
  const { account, username, issuedAt, job, centre } = caller;
  const diary = { centre: found.centre, patient: found.patient };
  return {
    caller: { kind: 'sharing', account, username, issuedAt, job, centre, centreName, diary, today },
    grant: live,
  };
};
