import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RemindersBody } from '#contracts/reminders.ts';
import { link } from '#table/entities/diary.ts';
import { outbox } from '#table/entities/system.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { mailItem } from '#usecases/outbox/mail-item.ts';
import { sendMail } from '#usecases/outbox/send-mail.ts';
import { setPlan } from '#usecases/patient/set-plan.ts';
import { stopPatient } from '#usecases/patient/stop-patient.ts';
import type { OutgoingMail } from '#usecases/ports/mailer.ts';
import { readReminders, setReminders } from '#usecases/reminders/set-reminders.ts';
import { deliverStock } from '#usecases/stock/deliver-stock.ts';
import { recallBatch } from '#usecases/stock/recall-batch.ts';
import { planBody } from '../../support/examples/bodies.ts';
import type { About } from '../../support/examples/example.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { runSweep } from '../../support/run-sweep.ts';

const OWNER = { of: 'diary', ...DIARY } as const;
let world: DiaryWorld;
let sent: OutgoingMail[];

/** A Wednesday, summer time: 08:00 at home is 07:00 here. Planned every second day from then on. */
const START = '2026-06-10T05:00:00Z';

const waiting = async () => {
  const { pk } = outbox.key({ owner: OWNER, at: '0', outbox: '0' });
  const found = await world.context.store.queryAll({
    name: 'all',
    partition: pk,
    range: 'all',
    finds: [outbox],
  });
  return found.map(({ item }) => item);
};
const messages = async () =>
  (await waiting()).flatMap(({ job }) => (job.kind === 'mail' ? [job.message] : []));

const mailer = {
  send: (mail: OutgoingMail) => {
    sent.push(mail);
    return Promise.resolve({ outcome: 'sent' as const, messageId: `m${String(sent.length)}` });
  },
};
const answerAll = async () => {
  const outcomes = [];
  for (const item of await waiting())
    outcomes.push(await sendMail({ ...world.context, mailer }, outbox.key(item)));
  return outcomes.filter((outcome) => outcome !== 'skipped');
};

let acts = 0;
const choose = (more: Omit<RemindersBody, 'mutationId'>) =>
  setReminders(world.context, world.person('ann'), DIARY, { mutationId: `c${String((acts += 1))}`, ...more });
const daily = { plan: { on: 'day', hour: 8 } } as const;
const next = async () =>
  (await world.context.store.get(link, link.key({ ...DIARY, account: 'ann' })))?.nextReminderAt;

beforeEach(async () => {
  world = await startDiaryWorld(START);
  sent = [];
  await world.putPatient({ recording: { stage: 'up-to-date', since: START, openDoses: [] } });
  await world.putLink('ann');
  const about = { ...DIARY, act: 'plan', today: '2026-06-10' } as About;
  await setPlan(world.context, world.staff(), {
    patient: DIARY.patient,
    id: 'plan-1',
    body: planBody(about),
  });
});
afterEach(() => world.stop());

describe('a reminder that somebody chose', () => {
  it('comes on planned days at the chosen hour of home time, once however often the job runs', async () => {
    expect(await choose(daily)).toEqual({ ok: true, value: { ...daily, mailable: true } });
    expect(await next()).toBe('2026-06-10T07:00:00Z');
    await runSweep(world, '2026-06-10T06:00:00Z');
    expect(await messages()).toEqual([]);
    await runSweep(world, '2026-06-10T07:00:00Z');
    await runSweep(world, '2026-06-10T07:00:00Z');
    expect(await messages()).toEqual(['plan-reminder']);
    await runSweep(world, '2026-06-11T07:00:00Z');
    expect(await messages()).toEqual(['plan-reminder']);
    await runSweep(world, '2026-06-12T07:00:00Z');
    expect(await messages()).toEqual(['plan-reminder', 'plan-reminder']);
  });

  it('is not sent for a dose that is recorded already, nor for what came due on a day before', async () => {
    await choose(daily);
    await recordTreatment(world.context, world.person('ann'), DIARY, 'e1', treatment('2026-06-10T05:30'));
    await runSweep(world, '2026-06-10T07:00:00Z');
    expect(await messages()).toEqual([]);
    await runSweep(world, '2026-06-13T05:00:00Z');
    expect(await messages()).toEqual([]);
    expect(await next()).toBe('2026-06-13T07:00:00Z');
  });

  it('can be the day before, or off', async () => {
    await choose({ plan: { on: 'day-before', hour: 19 } });
    await runSweep(world, '2026-06-11T18:00:00Z');
    expect(await messages()).toEqual(['plan-reminder']);
    await choose({});
    expect(await next()).toBeUndefined();
    expect(await readReminders(world.context, world.person('ann'), DIARY)).toMatchObject({
      value: { mailable: true },
    });
    await runSweep(world, '2026-06-13T18:00:00Z');
    expect(await messages()).toEqual(['plan-reminder']);
  });

  it('tells once a week of the stock, and only where there is something to say', async () => {
    await choose({ stock: { weekday: 3, hour: 8 } });
    await runSweep(world, '2026-06-10T07:00:00Z');
    expect(await messages()).toEqual([]);
    const line = { productId: 'elocta', strength: 2000, batch: 'A1', count: 1 };
    const body = { mutationId: 'box', typedAt: START, on: '2026-06-10', passed: [], how: 'typed' as const };
    await deliverStock(world.context, world.person('ann'), DIARY, {
      id: 'box',
      body: { ...body, lines: [line] },
    });
    await runSweep(world, '2026-06-11T07:00:00Z');
    expect(await messages()).toEqual([]);
    await runSweep(world, '2026-06-17T07:00:00Z');
    expect(await messages()).toEqual(['stock-notice']);
  });

  const box = (productId: string, strength: number, count: number) =>
    deliverStock(world.context, world.person('ann'), DIARY, {
      id: `box-${productId}`,
      body: {
        mutationId: `box-${productId}`,
        typedAt: START,
        on: '2026-06-10',
        passed: [],
        how: 'typed',
        lines: [{ productId, strength, batch: 'A1', count, expiresOn: '2029-01-31' }],
      },
    });

  it('tells of the stock with the plan on a day that has both, for there is one mail a day', async () => {
    await box('elocta', 2000, 1);
    await choose({ plan: { on: 'day', hour: 8 }, stock: { weekday: 5, hour: 8 } });
    await runSweep(world, '2026-06-12T07:00:00Z');
    expect(await messages(), 'at the same hour').toEqual(['plan-and-stock']);
    await choose({ plan: { on: 'day', hour: 18 }, stock: { weekday: 4, hour: 9 } });
    await runSweep(world, '2026-06-18T08:00:00Z');
    expect(await messages(), 'the plan comes later that day').toHaveLength(1);
    await runSweep(world, '2026-06-18T17:00:00Z');
    expect((await messages()).slice(1)).toEqual(['plan-and-stock']);
    await choose({ plan: { on: 'day', hour: 18 }, stock: { weekday: 5, hour: 9 } });
    await runSweep(world, '2026-06-19T08:00:00Z');
    expect((await messages()).slice(2), 'nothing planned that day').toEqual(['stock-notice']);
  });

  it('tells of a pen that has been open too long, however long ago it was begun', async () => {
    await choose({ stock: { weekday: 3, hour: 8 } });
    await box('alhemo', 60, 1);
    const dose = (day: string) =>
      treatment(`${day}T05:30`, {
        product: { kind: 'catalogue', id: 'alhemo' },
        containers: [{ strength: 60, count: 1, batch: { kind: 'known', number: 'A1' } }],
        amount: { value: 10, unit: 'mg', moiety: 'concizumab' },
      });
    await recordTreatment(world.context, world.person('ann'), DIARY, 'first', dose('2026-06-10'));
    world.at('2026-07-06T06:00:00Z');
    await recordTreatment(world.context, world.person('ann'), DIARY, 'last', dose('2026-07-06'));
    await runSweep(world, '2026-06-17T07:00:00Z');
    expect(await messages(), 'two weeks before its end there is nothing to say').toEqual([]);
    await runSweep(world, '2026-07-15T07:00:00Z');
    expect(await messages()).toEqual(['stock-notice']);
  });

  it('tells of boxes that are called back, which serve nobody, as Home does', async () => {
    await choose({ stock: { weekday: 3, hour: 8 } });
    await box('elocta', 2000, 90);
    await runSweep(world, '2026-06-17T07:00:00Z');
    expect(await messages()).toEqual([]);
    await recallBatch(world.context, world.staff(), {
      id: 'r1',
      body: {
        mutationId: 'r1',
        productId: 'elocta',
        batch: 'a1',
        since: '2026-06-17',
        note: 'Keep it apart.',
        ended: false,
      },
    });
    const told = (await messages()).length;
    await runSweep(world, '2026-06-24T07:00:00Z');
    expect((await messages()).slice(told)).toEqual(['stock-notice']);
  });

  it('is not sent any more once the diary is closed or the link has ended', async () => {
    await choose(daily);
    await runSweep(world, '2026-06-10T07:00:00Z');
    await stopPatient(world.context, world.staff(), DIARY.patient, { mutationId: 'stop', reason: 'died' });
    expect(await answerAll()).toEqual(['superseded']);
    await runSweep(world, '2026-06-12T07:00:00Z');
    expect([sent, await next()]).toEqual([[], undefined]);
  });

  it('gives way: one that home delivery depends on waits for the next day, and is not taken for told', async () => {
    await choose(daily);
    await runSweep(world, '2026-06-10T07:00:00Z');
    expect(await answerAll()).toEqual(['sent']);
    const put = (message: string, id: string) =>
      world.context.store.put(
        outbox,
        mailItem(world.context, {
          owner: OWNER,
          message,
          to: 'ann@example.org',
          account: 'ann',
          zone: 'Europe/London',
          values: {},
          by: 'test',
          id,
        }),
      );
    world.at('2026-06-10T09:00:00Z');
    await put('reminder-1', 'needed');
    expect(await answerAll()).toEqual(['postponed']);
    world.at('2026-06-11T07:00:00Z');
    await choose(daily);
    await world.context.store.put(
      outbox,
      mailItem(world.context, {
        owner: OWNER,
        message: 'plan-reminder',
        to: 'ann@example.org',
        account: 'ann',
        zone: 'Europe/London',
        values: {},
        chosen: true,
        by: 'test',
        id: 'aaa-chosen',
      }),
    );
    const chosen = (await waiting()).find(({ outbox: id }) => id === 'aaa-chosen');
    if (chosen === undefined) throw new Error('It is not there.');
    expect(await sendMail({ ...world.context, mailer }, outbox.key(chosen))).toBe('merged');
    expect(await answerAll()).toEqual(['sent']);
    expect(sent.map(({ message }) => message)).toEqual(['plan-reminder', 'reminder-1']);
  });

  it.each([
    ['whose link has ended', { endedAt: START }, 'not-found'],
    ['without agreement to the statement', { statementAgreed: 0 }, 'statement-needed'],
    ['whose consent was revoked', { consent: 'revoked' as const }, 'not-found'],
  ])('is not for somebody %s', async (_, more, code) => {
    await world.putLink('ann', more);
    expect(await choose(daily)).toMatchObject({ failure: { code } });
  });
});
