import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { centreProfile, registryCentre } from '#table/entities/centre.ts';
import { claimsOf } from '#usecases/session/claims-of.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';

let world: DiaryWorld;

describe('what a token says', () => {
  beforeAll(async () => {
    world = await startDiaryWorld('2026-06-10T12:00:00Z');
  });
  afterAll(() => world.stop());

  it('names the diaries of a carer, and the centre and job of staff', async () => {
    await world.putLink('ann');
    expect(await claimsOf('ann', world.context)).toEqual({ account: 'ann', diaries: 'larkfield/p1' });
    expect(await claimsOf('staff-nurse', world.context)).toEqual({
      account: 'staff-nurse',
      centre: 'larkfield',
      job: 'nurse',
    });
    expect(await claimsOf('nobody', world.context)).toEqual({ account: 'nobody' });
  });

  it('gives staff of a suspended centre no job; its patients keep their diary', async () => {
    const profile = await world.context.store.get(centreProfile, centreProfile.key(DIARY));
    if (profile === undefined) throw new Error('no centre');
    const { emergencySites: _sites, matchByClass: _class, ...listed } = profile;
    await world.context.store.put(registryCentre, { ...listed, status: 'suspended' });
    expect(await claimsOf('staff-nurse', world.context)).toEqual({ account: 'staff-nurse' });
    expect(await claimsOf('ann', world.context)).toMatchObject({ diaries: 'larkfield/p1' });
  });
});
