import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteStaff } from '#usecases/centre/invite-staff.ts';
import { exportDiary } from '#usecases/diary/export-diary.ts';
import { startExport } from '#usecases/export/centre-exports.ts';
import { spend, type Allowance } from '#usecases/limits/spend.ts';
import { invitePerson } from '#usecases/patient/invite-person.ts';
import { meanwhile } from '../../support/meanwhile.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
const CENTRE = { of: 'centre', centre: DIARY.centre } as const;
const SPAN = { from: '2026-05-01', to: '2026-05-31' };
let world: DiaryWorld;

/** Uses an allowance up; answers how many it held. */
const useUp = async (
  owner: Parameters<typeof spend>[2],
  what: Allowance,
  account: string,
): Promise<number> => {
  for (let count = 0; count < 1000; count += 1) {
    const spent = await spend(world.context, { account }, owner, what);
    if (!spent.ok) return count;
  }
  throw new Error(`${what} has no end`);
};

const full = (seconds: number) => ({ ok: false, failure: { code: 'too-many', retryAfterSeconds: seconds } });

describe('what one account may do in an hour', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
    await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
    await world.putLink('ann');
    await world.putLink('ben');
  });
  afterAll(() => world.stop());

  it('holds thirty exports of a diary, and each account has its own', async () => {
    const diary = { of: 'diary', ...DIARY } as const;
    expect(await useUp(diary, 'export-diary', 'ann')).toBe(30);
    world.at('2026-06-10T12:20:00Z');
    const asked = (account: string) => exportDiary(world.context, world.person(account), DIARY, SPAN);
    expect(await asked('ann')).toEqual(full(2400));
    expect(await asked('ben')).toMatchObject({ ok: true });
    world.at('2026-06-10T13:00:00Z');
    expect(await asked('ann')).toMatchObject({ ok: true });
  });

  it('is counted also where two begin it at the same moment', async () => {
    world.at('2026-06-11T12:00:00Z');
    const diary = { of: 'diary', ...DIARY } as const;
    const one = (context = world.context) => spend(context, { account: 'ben' }, diary, 'export-diary');
    expect(await one(meanwhile(world.context, () => one(), 'begin'))).toMatchObject({ ok: true });
    expect(await useUp(diary, 'export-diary', 'ben')).toBe(28);
  });

  it('holds thirty exports of a centre', async () => {
    world.at(NOW);
    const caller = world.staff();
    expect(await useUp(CENTRE, 'export-centre', caller.account)).toBe(30);
    const body = { mutationId: 'export-too-many', ...SPAN };
    expect(await startExport(world.context, caller, { id: 'too-many', body })).toEqual(full(3600));
  });

  it('holds two hundred invitations, of patients, carers and staff together', async () => {
    world.at(NOW);
    const caller = world.staff();
    expect(await useUp(CENTRE, 'invite', caller.account)).toBe(200);
    const colleague = { mutationId: 'i-1', email: 'new@example.org', name: 'New', job: 'nurse' as const };
    expect(await inviteStaff(world.context, caller, { id: 'i-1', body: colleague })).toEqual(full(3600));
    const carer = {
      mutationId: 'i-2',
      relation: 'parent' as const,
      mayRecord: true,
      by: 'print' as const,
      name: 'A carer',
    };
    expect(
      await invitePerson(world.context, caller, { patient: DIARY.patient, id: 'i-2', body: carer }),
    ).toEqual(full(3600));
  });
});
