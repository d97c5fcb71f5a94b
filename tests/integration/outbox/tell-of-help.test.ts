import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staff } from '#table/entities/centre.ts';
import { outbox } from '#table/entities/system.ts';
import type { Owner } from '#table/entities/owner.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { changeStaff } from '#usecases/centre/change-staff.ts';
import { answerOutbox, type OutboxContext } from '#usecases/outbox/answer-outbox.ts';
import { recoverAccount } from '#usecases/patient/recover-account.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { scriptedMailer, type ScriptedMailer } from '../../support/mails.ts';
import { rememberedAccounts } from '../../support/no-accounts.ts';
import { OTHER, putOtherCentre } from '../../support/other-centre.ts';
import { valueOf } from '../../support/value-of.ts';

const NOW = '2026-06-10T23:30:00Z';
const SISTER = { centre: OTHER.centre, patient: 'sister' };
const here = { of: 'centre', centre: DIARY.centre } as const;
const there = { of: 'centre', centre: OTHER.centre } as const;
let world: DiaryWorld;
let mailer: ScriptedMailer;
let job: OutboxContext;
const accounts = rememberedAccounts();

const outboxAt = async (owner: Owner) =>
  (
    await world.context.store.queryAll({
      name: 'outboxOf',
      partition: outbox.key({ owner, at: '0', outbox: '0' }).pk,
      range: 'all',
      finds: [outbox],
    })
  ).map(({ item }) => item);
/** What the stream does: every item that waits, until none does. */
const answerAll = async (owner: Owner): Promise<void> => {
  for (let round = 0; round < 3; round += 1)
    for (const item of await outboxAt(owner))
      if (item.state === 'waiting') await answerOutbox(job, outbox.key(item));
};
const auditAt = async (owner: Owner) =>
  (await world.context.store.queryAll(patterns.auditOf(owner))).map(({ item }) => item);
const helpAnn = (mutationId: string) =>
  recoverAccount({ ...world.context, accounts }, world.staff('nurse'), {
    patient: DIARY.patient,
    account: 'ann',
    body: { mutationId, lost: 'second-factor', identityCheckedBy: 'in-person' },
  });

beforeEach(async () => {
  world = await startDiaryWorld(NOW);
  mailer = scriptedMailer();
  await world.putPatient();
  await putOtherCentre(world.context);
  await world.putLink('ann');
  await world.putLink('ann', { ...SISTER, centreName: OTHER.name });
  job = {
    ...world.context,
    filesWithin: () => ({ write: () => Promise.resolve(), link: () => Promise.resolve('') }),
    mailer,
    finder: {
      find: (audience, username) =>
        Promise.resolve({
          account: username === 'ann' ? 'ann' : 'moor-nurse',
          username,
          email: `${username}@${audience}.example`,
          secondFactor: false,
        }),
    },
  };
});
afterEach(() => world.stop());

describe('help with signing in to an account that another centre knows too', () => {
  it('stands in the audit of every diary the account is linked to, with the centre that helped', async () => {
    valueOf(await helpAnn('help-1'));
    await answerAll(here);
    expect(await auditAt({ of: 'diary', ...SISTER })).toMatchObject([
      {
        action: 'recovered-elsewhere',
        about: 'ann',
        reason: 'second-factor',
        actor: { account: 'staff-nurse', as: 'nurse', centre: 'larkfield', centreName: 'Larkfield' },
      },
    ]);
    const own = await auditAt({ of: 'diary', ...DIARY });
    expect(own.map(({ action }) => action)).toEqual(['recover-account']);
  });

  it('is mailed to the account’s own address at once, at night as well, and names nobody', async () => {
    valueOf(await helpAnn('help-1'));
    await answerAll(here);
    expect(mailer.taken).toMatchObject([{ to: 'ann@diary.example', message: 'account-helped', values: {} }]);
  });

  it('is mailed in the language that the person reads', async () => {
    await world.putLink('ann', { ...SISTER, centreName: OTHER.name, language: 'ar' });
    valueOf(await helpAnn('help-1'));
    await answerAll(here);
    expect(mailer.taken).toMatchObject([{ message: 'account-helped', locale: 'ar' }]);
  });

  it('is told once, however often the act and the job are done', async () => {
    valueOf(await helpAnn('help-1'));
    const [item] = await outboxAt(here);
    if (item === undefined) throw new Error('Nothing is to be told.');
    await answerAll(here);
    valueOf(await helpAnn('help-1'));
    // The job was interrupted before it could be marked as done, and begins again.
    await world.context.store.put(outbox, item);
    await answerAll(here);
    expect(await auditAt({ of: 'diary', ...SISTER })).toHaveLength(1);
    expect(mailer.taken).toHaveLength(1);
  });

  it('is told to every centre of a member of staff', async () => {
    const member = { centre: DIARY.centre, account: 'moor-nurse', username: 'moor.nurse', displayName: 'N' };
    await world.context.store.put(staff, {
      ...member,
      job: 'nurse',
      status: 'active',
      since: NOW,
      notBefore: 0,
      ...created({ at: NOW, by: 'test', mutationId: 'seeded' }),
    });
    const body = { mutationId: 'help-2', change: 'reset-second-factor' as const, reason: 'Phone lost' };
    valueOf(
      await changeStaff({ ...world.context, accounts }, world.staff(), { account: 'moor-nurse', body }),
    );
    await answerAll(here);
    expect(await auditAt(there)).toMatchObject([
      { action: 'recovered-elsewhere', about: 'moor-nurse', actor: { centreName: 'Larkfield' } },
    ]);
    expect((await auditAt(here)).map(({ action }) => action)).toEqual(['reset-staff-second-factor']);
    expect(mailer.taken).toMatchObject([
      { to: 'moor.nurse@centre.example', message: 'staff-account-helped' },
    ]);
  });
});
