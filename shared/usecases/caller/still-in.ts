import { centreProfile, registryStaff, staff } from '#table/entities/centre.ts';
import { link } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { covers, type DiaryIds } from '#usecases/diary/may-write.ts';
import type { Caller, Context, Person, RegistryCaller, StaffCaller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

type Reads = Pick<Context, 'store'>;

/** Whoever is still in; of staff, what people call them. */
export interface Standing {
  readonly displayName?: string;
}

const YES = ok<Standing>({});

/**
 * Whether a link still opens its diary to the token: not ended, and not signed out everywhere since.
 *
 * @param mine the link as it is now; `undefined` where there is none
 */
export const linkStands = (mine: Stored<typeof link> | undefined, caller: Person): Result<Standing> => {
  if (mine === undefined || mine.endedAt !== undefined) return fail('not-found');
  return mine.notBefore > caller.issuedAt ? fail('signed-out') : YES;
};

const personIn = async ({ store }: Reads, caller: Person, diary: DiaryIds | undefined) => {
  if (diary === undefined) return YES;
  if (!covers(caller, diary)) return fail('not-found');
  return linkStands(await store.get(link, link.key({ ...diary, account: caller.account })), caller);
};

const jobStands = (
  now: Pick<Stored<typeof staff | typeof registryStaff>, 'status' | 'job' | 'notBefore'> | undefined,
  caller: StaffCaller | RegistryCaller,
): boolean => now?.status === 'active' && now.job === caller.job && now.notBefore <= caller.issuedAt;

const staffIn = async ({ store }: Reads, caller: StaffCaller) => {
  const [now, centre] = await Promise.all([
    store.get(staff, staff.key(caller)),
    store.get(centreProfile, centreProfile.key(caller)),
  ]);
  if (now === undefined || !jobStands(now, caller) || centre?.status !== 'active') return fail('signed-out');
  return ok({ displayName: now.displayName });
};

const registryIn = async ({ store }: Reads, caller: RegistryCaller) =>
  jobStands(await store.get(registryStaff, registryStaff.key(caller)), caller) ? YES : fail('signed-out');

/**
 * Whether what the token says of its bearer is still so. A token lives a quarter of an hour; a job, a link, or all
 * sessions of an account may end within it. `signed-out` asks the page for a new token, which says what is so now.
 *
 * @param diary the one that a person asks for
 */
export const stillIn = async (
  context: Reads,
  caller: Caller,
  diary: DiaryIds | undefined,
): Promise<Result<Standing>> => {
  switch (caller.kind) {
    case 'person':
      return personIn(context, caller, diary);
    case 'staff':
      return staffIn(context, caller);
    case 'registry':
      return registryIn(context, caller);
  }
};
