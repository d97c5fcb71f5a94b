import { centreProfile, listedCentre, staff } from '#table/entities/centre.ts';
import { grant } from '#table/entities/sharing.ts';
import type { Stored } from '#table/entity.ts';
import { created } from '#table/item.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Directory } from '#usecases/ports/directory.ts';
import { readDirectory } from '#usecases/sharing/list-directory.ts';
import { DIARY, POLICY, type DiaryWorld } from './diary-world.ts';
import { SHARED } from './examples/shared-examples.ts';

/** A second centre beside that of the diary world. */
export const OTHER = { centre: SHARED.centre, name: 'Moorside' } as const;

const stamp = { at: '2026-01-01T00:00:00Z', by: 'test', mutationId: 'seeded' };
const JOBS = ['data-manager', 'nurse', 'consultant', 'physiotherapist'] as const;

export const putProfile = (
  { store }: Pick<Context, 'store'>,
  centre: string,
  name: string,
  status: 'active' | 'suspended' = 'active',
): Promise<void> =>
  store.put(centreProfile, {
    centre,
    name,
    email: 'other@example.org',
    phone: '01632 960101',
    emergencyPhone: '01632 960102',
    address: 'Moor Road 2',
    zone: 'Europe/London',
    status,
    emergencySites: POLICY.emergencySites,
    matchByClass: false,
    ...created(stamp),
  });

/** Puts the second centre with its staff, and both centres in the directory. */
export const putOtherCentre = async (context: Pick<Context, 'store'>): Promise<Directory> => {
  const { store } = context;
  const { centre, name } = OTHER;
  await putProfile(context, centre, name);
  for (const one of [
    { centre, name },
    { centre: DIARY.centre, name: 'Larkfield' },
  ])
    await store.put(listedCentre, { ...one, status: 'active', ...created(stamp) });
  for (const job of JOBS) {
    const member = {
      centre,
      account: `moor-${job}`,
      username: `moor.${job}`,
      displayName: `Their ${job}`,
      job,
    };
    await store.put(staff, {
      ...member,
      status: 'active',
      since: stamp.at,
      notBefore: 0,
      ...created(stamp),
    });
  }
  return { directory: readDirectory(store) };
};

export const otherStaff = (world: DiaryWorld, job: StaffCaller['job'] = 'nurse'): StaffCaller => ({
  ...world.staff(job),
  centre: OTHER.centre,
  account: `moor-${job}`,
  username: `moor.${job}`,
});

/** A grant as it lies in the table, from the first of January 2026 for a year unless a test says otherwise. */
export const putGrant = (
  { store }: Pick<Context, 'store'>,
  more: Partial<Stored<typeof grant>> = {},
): Promise<void> =>
  store.put(grant, {
    ...DIARY,
    grantee: OTHER.centre,
    granteeName: OTHER.name,
    centreName: 'Larkfield',
    givenName: 'Robin',
    familyName: 'Example',
    birthDate: '2014-03-09',
    homeZone: 'Europe/London',
    mayRecord: true,
    startsOn: '2026-01-01',
    endsOn: '2027-01-01',
    reason: 'At university there',
    ...created(stamp),
    ...more,
  });
