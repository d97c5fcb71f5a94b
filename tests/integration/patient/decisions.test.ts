import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invited, resetCode } from '#table/entities/sign-in.ts';
import { outbox } from '#table/entities/system.ts';
import { link } from '#table/entities/diary.ts';
import * as patterns from '#table/patterns.ts';
import { changeLink } from '#usecases/patient/change-link.ts';
import { decideDelivery } from '#usecases/patient/decide-delivery.ts';
import { invitePerson } from '#usecases/patient/invite-person.ts';
import { noteContact } from '#usecases/patient/note-contact.ts';
import { pauseRecording } from '#usecases/patient/pause-recording.ts';
import { receivePaperForm, recordPaperStatement } from '#usecases/patient/receive-paper-form.ts';
import { recoverAccount } from '#usecases/patient/recover-account.ts';
import { stopPatient } from '#usecases/patient/stop-patient.ts';
import { birthDateHash, invitationHash, resetHash } from '#usecases/session/invitation-code.ts';
import { DIARY, STATEMENT, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { rememberedAccounts } from '../../support/no-accounts.ts';

const NOW = '2026-06-10T12:00:00Z';
const P = DIARY.patient;
let world: DiaryWorld;
let acts = 0;
const act = (): string => `m${String((acts += 1))}`;

const mails = async () => {
  const found = await Promise.all(
    [{ of: 'diary', ...DIARY } as const, { of: 'centre', centre: DIARY.centre } as const].map((owner) =>
      world.context.store.queryAll({
        name: 'outboxOf',
        partition: outbox.key({ owner, at: '0', outbox: '0' }).pk,
        range: 'all',
        finds: [outbox],
      }),
    ),
  );
  return found.flat().flatMap(({ item }) => (item.job.kind === 'mail' ? [item.job] : []));
};

describe('what staff decide about a patient', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.putPatient({ clockFrom: '2026-06-01', delivery: { status: 'at-risk', since: NOW } });
    await world.putLink('ann');
  });

  it('suspends and restores home delivery with a reason, and writes to the family each time', async () => {
    const decide = (status: 'suspended' | 'active') =>
      decideDelivery(world.context, world.staff('consultant'), P, {
        mutationId: act(),
        status,
        reason: 'No record since May',
      });
    expect(await decide('suspended')).toMatchObject({ ok: true });
    expect((await world.state()).delivery).toMatchObject({
      status: 'suspended',
      reason: 'No record since May',
    });
    expect(await decide('active')).toMatchObject({ ok: true });
    const messages = (await mails()).map(({ message }) => message);
    expect(messages.filter((one) => one.startsWith('delivery-')).sort()).toEqual([
      'delivery-restored',
      'delivery-suspended',
    ]);
  });

  it('has no delivery for somebody without home therapy', async () => {
    await world.putPatient({ homeTherapy: false });
    const refused = await decideDelivery(world.context, world.staff(), P, {
      mutationId: act(),
      status: 'active',
      reason: 'x',
    });
    expect(refused).toEqual({ ok: false, failure: { code: 'not-now' } });
  });

  it('pauses the clock and ends the pause from today', async () => {
    const amount = { value: 1000, unit: 'IU', moiety: 'FIX' } as const;
    const schedule = { kind: 'every-weeks', weeks: 1 } as const;
    const regimen = {
      kind: 'routine',
      productId: 'alprolix',
      amount,
      anchor: '2026-06-01',
      schedule,
      dosesPerDay: 1,
    } as const;
    await world.putPatient({
      clockFrom: '2026-06-01',
      plans: [{ id: 'plan', effectiveOn: '2026-06-01', regimens: [regimen] }],
    });
    const change = (what: 'starts' | 'ends', to: string) =>
      pauseRecording(world.context, world.staff('nurse'), P, {
        mutationId: act(),
        change: what,
        reason: 'hospital',
        from: '2026-06-08',
        to,
      });
    expect(await change('starts', '2026-06-20')).toMatchObject({
      ok: true,
      value: { recordingStage: 'paused' },
    });
    expect(await change('ends', '2026-06-20')).toMatchObject({ ok: true });
    expect((await world.state()).pauses).toEqual([
      { from: '2026-06-08', to: '2026-06-09', reason: 'hospital' },
    ]);
    expect(await change('starts', '2026-06-09')).toMatchObject({
      ok: false,
      failure: { fields: [{ pointer: '/to' }] },
    });
    expect(await change('starts', '2028-06-09')).toMatchObject({
      ok: false,
      failure: { fields: [{ reason: 'too-long' }] },
    });
  });

  it('closes a diary once, and takes no pause afterwards', async () => {
    const body = { mutationId: act(), reason: 'left' as const };
    const done = await stopPatient(world.context, world.staff(), P, body);
    expect(done).toMatchObject({ ok: true, value: { recordingStage: 'stopped' } });
    expect(await stopPatient(world.context, world.staff(), P, body)).toEqual(done);
    expect(await stopPatient(world.context, world.staff(), P, { ...body, mutationId: act() })).toMatchObject({
      ok: false,
      failure: { code: 'not-now' },
    });
    const pause = {
      mutationId: act(),
      change: 'starts',
      reason: 'trial',
      from: '2026-06-10',
      to: '2026-06-11',
    } as const;
    expect(await pauseRecording(world.context, world.staff(), P, pause)).toMatchObject({
      ok: false,
      failure: { code: 'not-now' },
    });
  });

  it('notes a paper form and the statement agreed to on paper', async () => {
    const body = { mutationId: act(), from: '2026-05-01', to: '2026-05-31', receivedOn: '2026-06-02' };
    const form = (more = {}) =>
      receivePaperForm(world.context, world.staff('nurse'), {
        patient: P,
        id: 'form-1',
        body: { ...body, mutationId: act(), ...more },
      });
    expect(await form()).toMatchObject({ ok: false, failure: { code: 'not-now' } });
    await world.putPatient({ channel: 'paper', clockFrom: '2026-05-01' });
    expect(await form()).toMatchObject({ ok: true });
    expect((await world.state()).paperForm).toMatchObject({ to: '2026-05-31' });
    expect(await form({ to: '2026-04-01' })).toMatchObject({
      ok: false,
      failure: { fields: [{ pointer: '/to' }] },
    });
    expect(await form({ receivedOn: '2026-06-11' })).toMatchObject({
      ok: false,
      failure: { fields: [{ pointer: '/receivedOn' }] },
    });
    for (const [more, pointer, reason] of [
      [{ to: '2026-06-11' }, '/to', 'in-the-future'],
      [{ from: '2025-12-01' }, '/to', 'too-long'],
      [{ receivedOn: '2026-04-30' }, '/receivedOn', 'before-start'],
    ] as const) {
      expect(await form(more)).toMatchObject({ ok: false, failure: { fields: [{ pointer, reason }] } });
    }
    const statement = (version: number, on = '2026-06-01') =>
      recordPaperStatement(world.context, world.staff(), P, {
        mutationId: act(),
        version,
        on,
        formReference: 'S-1',
      });
    expect(await statement(STATEMENT)).toMatchObject({ ok: true });
    expect(await statement(STATEMENT + 1)).toMatchObject({
      ok: false,
      failure: { fields: [{ pointer: '/version' }] },
    });
    expect(await statement(STATEMENT, '2026-06-11')).toMatchObject({
      ok: false,
      failure: { fields: [{ pointer: '/on' }] },
    });
  });

  it('counts a call as a reminder and takes it off the list', async () => {
    await world.putPatient({
      task: 'call',
      recording: { stage: 'due', since: NOW, openDoses: [] },
      evidence: [],
    });
    const body = { mutationId: act(), how: 'phone' as const, note: 'Rang, will record tonight' };
    expect(
      await noteContact(world.context, world.staff('nurse'), { patient: P, id: 'call-1', body }),
    ).toMatchObject({ ok: true });
    const after = await world.state();
    expect(after.remindedOn).toEqual(['2026-06-10']);
    expect(after.task).toBeUndefined();
    expect(after.contactedAt).toBeDefined();
  });

  it('invites by mail without showing the code, and prints one without mailing it', async () => {
    const invite = (id: string, more: object) =>
      invitePerson(world.context, world.staff(), {
        patient: P,
        id,
        body: {
          mutationId: `act-${id}`,
          relation: 'parent',
          mayRecord: true,
          by: 'print',
          name: 'A parent',
          ...more,
        },
      });
    const mailed = await invite('inv-1', { by: 'mail', email: 'parent@example.org', language: 'ar' });
    expect(mailed).toMatchObject({ ok: true });
    expect(mailed.ok && mailed.value.code).toBeFalsy();
    const mail = (await mails()).find(({ to }) => to === 'parent@example.org');
    expect(mail).toMatchObject({ message: 'invitation-person', locale: 'ar' });
    const printed = await invite('inv-2', {});
    const code = (printed.ok ? printed.value.code : undefined) ?? '';
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const owner = { of: 'diary', ...DIARY } as const;
    const stored = await world.context.store.get(invited, invited.key({ owner, invitation: 'inv-2' }));
    expect(stored?.hash).toBe(invitationHash(code));
    expect(stored?.for).toMatchObject({
      kind: 'carer',
      patient: P,
      birthDateHash: birthDateHash(code, '2014-03-09'),
    });
    expect(JSON.stringify(stored)).not.toContain(code);
    const again = await invite('inv-2', {});
    expect(again).toMatchObject({ ok: true });
    expect(again.ok && again.value.code).toBeFalsy();
    await world.putPatient({ consent: { state: 'needed' } });
    expect(await invite('inv-3', {})).toEqual({ ok: false, failure: { code: 'consent-needed' } });
  });

  it('confirms a link off the worklist, and ends one at once', async () => {
    await world.putLink('ben', { confirmed: false });
    const onList = async () => (await world.context.store.queryAll(patterns.worklistOf(DIARY.centre))).length;
    expect(await onList()).toBe(1);
    const change = (what: 'confirm' | 'end' | 'wrong-person', account = 'ben', mutationId = act()) =>
      changeLink(world.context, world.staff('nurse'), {
        patient: P,
        account,
        body: { mutationId, change: what, reason: 'As agreed' },
      });
    expect(await change('confirm')).toMatchObject({ ok: true, value: { confirmed: true } });
    expect(await onList()).toBe(0);
    const mutationId = act();
    const ended = await change('wrong-person', 'ben', mutationId);
    expect(ended).toMatchObject({ ok: true });
    expect(await change('wrong-person', 'ben', mutationId)).toEqual(ended);
    expect(await change('end')).toMatchObject({ ok: false, failure: { code: 'not-now' } });
    expect(await change('end', 'nobody')).toEqual({ ok: false, failure: { code: 'not-found' } });
    expect((await world.context.store.queryAll(patterns.linkedTo('ben'))).length).toBe(0);
    expect((await mails()).map(({ message }) => message)).toContain('link-ended');
  });

  it('helps somebody back in after an identity check, never somebody who was not confirmed', async () => {
    const accounts = rememberedAccounts();
    const recover = (lost: 'username' | 'second-factor' | 'password' | 'devices', account = 'ann') =>
      recoverAccount({ ...world.context, accounts }, world.staff('nurse'), {
        patient: P,
        account,
        body: { mutationId: act(), lost, identityCheckedBy: 'in-person' },
      });
    expect(await recover('username')).toEqual({ ok: true, value: { username: 'ann' } });
    expect(accounts.asked).toEqual([]);
    expect(await recover('second-factor')).toEqual({ ok: true, value: { username: 'ann' } });
    expect(accounts.asked).toEqual(['sign-out diary ann', 'reset-second-factor diary ann']);
    const linkOfAnn = () => world.context.store.get(link, link.key({ ...DIARY, account: 'ann' }));
    expect((await linkOfAnn())?.devicesEndedAt).toBeUndefined();
    expect(await recover('devices')).toEqual({ ok: true, value: { username: 'ann' } });
    expect(accounts.asked.slice(2)).toEqual(['sign-out diary ann']);
    expect((await linkOfAnn())?.devicesEndedAt).toBe((await linkOfAnn())?.updatedAt);
    const reset = await recover('password');
    const code = (reset.ok ? reset.value.code : undefined) ?? '';
    const kept = await world.context.store.get(resetCode, resetCode.key({ ...DIARY, account: 'ann' }));
    expect(kept).toMatchObject({ username: 'ann', hash: resetHash(code) });
    await world.putLink('ann', { confirmed: false });
    expect(await recover('username')).toEqual({ ok: false, failure: { code: 'not-now' } });
    expect(await recover('username', 'nobody')).toEqual({ ok: false, failure: { code: 'not-found' } });
    const stored = await world.context.store.get(link, link.key({ ...DIARY, account: 'ann' }));
    expect(stored?.confirmed).toBe(false);
  });
});
