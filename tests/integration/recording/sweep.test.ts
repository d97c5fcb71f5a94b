import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outbox } from '#table/entities/system.ts';
import * as patterns from '#table/patterns.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { setPreferences } from '#usecases/diary/set-preferences.ts';
import { ringUnsent } from '#usecases/outbox/ring-unsent.ts';
import { sendMail } from '#usecases/outbox/send-mail.ts';
import { noteReturned } from '#usecases/outbox/note-returned.ts';
import type { OutgoingMail } from '#usecases/ports/mailer.ts';
import { setPlan } from '#usecases/patient/set-plan.ts';
import { stopPatient } from '#usecases/patient/stop-patient.ts';
import { sweep } from '#usecases/recording/sweep.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { runSweep } from '../../support/run-sweep.ts';
import { wholeTable } from '../../support/whole-table.ts';

const OWNER = { of: 'diary', ...DIARY } as const;
let world: DiaryWorld;
let sent: OutgoingMail[];

const outboxItems = async () => {
  const { pk } = outbox.key({ owner: OWNER, at: '0', outbox: '0' });
  const found = await world.context.store.queryAll({
    name: 'outboxOf',
    partition: pk,
    range: 'all',
    finds: [outbox],
  });
  return found.map(({ item }) => item);
};

const mailer = {
  send: (mail: OutgoingMail) => {
    sent.push(mail);
    return Promise.resolve({ outcome: 'sent' as const, messageId: `m${String(sent.length)}` });
  },
};

/** What the stream would do: everything that waits is answered. */
const answerAll = async () => {
  const outcomes = [];
  for (const item of await outboxItems())
    outcomes.push(await sendMail({ ...world.context, mailer }, outbox.key(item)));
  return outcomes.filter((outcome) => outcome !== 'skipped');
};

const stage = async () => (await world.state()).recording.stage;
const worklist = async () =>
  (await world.context.store.queryAll(patterns.worklistOf(DIARY.centre))).map(({ type }) => type);

/** Every second day from 1 June, and the diary opened that day; the first dose is recorded. */
const begin = async () => {
  world.at('2026-06-01T10:00:00Z');
  await world.putPatient({
    clockFrom: '2026-06-01',
    delivery: { status: 'active', since: '2026-06-01T00:00:00Z' },
  });
  await world.putLink('ann');
  const planned = await setPlan(world.context, world.staff(), {
    patient: DIARY.patient,
    id: 'plan-1',
    body: {
      mutationId: 'plan-act',
      passed: [],
      effectiveOn: '2026-06-01',
      regimens: [
        {
          kind: 'routine',
          productId: 'elocta',
          amount: { value: 2000, unit: 'IU', moiety: 'FVIII' },
          anchor: '2026-06-01',
          schedule: { kind: 'every-days', days: 2 },
          dosesPerDay: 1,
        },
      ],
    },
  });
  expect(planned).toMatchObject({ ok: true });
  await runSweep(world, '2026-06-01T11:00:00Z');
};

const record = (day: string) =>
  recordTreatment(
    world.context,
    world.person('ann'),
    DIARY,
    `e-${day}`,
    treatment(`${day}T07:30`, { passed: ['possible-duplicate', 'long-ago'] }),
  );

describe('the overdue sweep', () => {
  beforeEach(async () => {
    sent = [];
    world = await startDiaryWorld('2026-06-01T09:00:00Z');
    await begin();
  });
  afterEach(() => world.stop());

  it('reminds, lapses and notifies step by step, each once, and shows it on the worklist', async () => {
    const steps: [string, string, string][] = [
      ['2026-06-03T10:00:00Z', 'due', 'reminder-1'],
      ['2026-06-10T10:00:00Z', 'reminded', 'reminder-2'],
      ['2026-06-17T10:00:00Z', 'reminded', 'reminder-3'],
      ['2026-06-24T10:00:00Z', 'lapsed', ''],
      ['2026-07-01T10:00:00Z', 'at-risk', 'formal-notice'],
    ];
    for (const [instant, expected, message] of steps) {
      await runSweep(world, instant);
      expect([instant, await stage()]).toEqual([instant, expected]);
      await answerAll();
      await runSweep(world, instant);
      await answerAll();
      expect(sent.map((mail) => mail.message).filter((one) => one === message)).toHaveLength(
        message === '' ? 0 : 1,
      );
    }
    expect((await world.state()).delivery.status).toBe('at-risk');
    expect(await worklist()).toEqual(['state']);
  });

  it('sends only the newest after an outage', async () => {
    await runSweep(world, '2026-06-18T10:00:00Z');
    await answerAll();
    expect(sent.map(({ message }) => message)).toEqual(['reminder-3']);
  });

  it('writes in the language that the account reads', async () => {
    await setPreferences(world.context, world.person('ann'), { mutationId: 'welsh', language: 'cy' });
    await runSweep(world, '2026-06-03T10:00:00Z');
    await answerAll();
    expect(sent.map(({ message, locale }) => [message, locale])).toEqual([['reminder-1', 'cy']]);
  });

  it('moves once when two runs meet', async () => {
    world.at('2026-06-03T10:00:00Z');
    const now = Temporal.Instant.from('2026-06-03T10:00:00Z');
    const reports = await Promise.all(
      [1, 2].map(() =>
        sweep(
          world.context,
          now,
          () => false,
          () => undefined,
        ),
      ),
    );
    expect(reports.map(({ moved }) => moved).sort()).toEqual([0, 1]);
    expect(await outboxItems()).toHaveLength(1);
  });

  it('clears the lapse and the worklist in the write that closes the open doses, and drops the mail that waits', async () => {
    await runSweep(world, '2026-06-17T10:00:00Z');
    await runSweep(world, '2026-06-24T10:00:00Z');
    expect(await worklist()).toEqual(['state']);
    const days = Array.from({ length: 12 }, (_, n) => `2026-06-${String(1 + 2 * n).padStart(2, '0')}`);
    for (const day of days) expect(await record(day)).toMatchObject({ ok: true });
    expect(await stage()).toBe('up-to-date');
    expect(await worklist()).toEqual([]);
    expect((await world.state()).evidence).toBeUndefined();
    expect(await answerAll()).toEqual(['superseded']);
    expect(sent).toEqual([]);
  });

  it('sends nothing at night, and sends it in the morning', async () => {
    await runSweep(world, '2026-06-03T10:00:00Z');
    world.at('2026-06-03T22:30:00Z');
    expect(await answerAll()).toEqual(['postponed']);
    world.at('2026-06-04T07:00:00Z');
    expect(await ringUnsent(world.context)).toBe(1);
    expect(await answerAll()).toEqual(['sent']);
  });

  it('mails an account once a day however many diaries it has', async () => {
    await runSweep(world, '2026-06-03T10:00:00Z');
    await answerAll();
    const [item] = await outboxItems();
    const second = { ...item, outbox: 'another', state: 'waiting', notBefore: '2026-06-03T10:00:00Z' };
    await world.context.store.put(outbox, { ...second, mutationId: 'another' });
    expect(await answerAll()).toEqual(['merged']);
    expect(sent).toHaveLength(1);
  });

  it('never sends anything again once the diary is closed', async () => {
    await runSweep(world, '2026-06-03T10:00:00Z');
    expect(
      await stopPatient(world.context, world.staff(), DIARY.patient, { mutationId: 'stop', reason: 'died' }),
    ).toMatchObject({ ok: true });
    expect(await answerAll()).toEqual(['superseded']);
    await runSweep(world, '2026-08-01T10:00:00Z');
    expect(await outboxItems()).toHaveLength(1);
    expect(await stage()).toBe('stopped');
  });

  it('asks for a call instead of a notice where the reminders came back', async () => {
    for (const day of ['03', '10', '17']) {
      await runSweep(world, `2026-06-${day}T10:00:00Z`);
      await answerAll();
      const trace = sent.at(-1)?.trace ?? '';
      expect(await noteReturned(world.context, trace, 'bounce')).toBe(true);
    }
    await runSweep(world, '2026-06-24T10:00:00Z');
    await runSweep(world, '2026-07-01T10:00:00Z');
    expect(await stage()).toBe('lapsed');
    expect((await world.state()).task).toBe('call');
    expect(sent.map(({ message }) => message)).not.toContain('formal-notice');
  });

  it('goes on with the next patient where one cannot be decided on', async () => {
    const failures: unknown[] = [];
    const broken = {
      ...world.context,
      ...wholeTable({ ...world.context.store, queryAll: () => Promise.reject(new Error('down')) }),
    };
    world.at('2026-06-03T10:00:00Z');
    const report = await sweep(
      broken,
      Temporal.Instant.from('2026-06-03T10:00:00Z'),
      () => false,
      (error) => failures.push(error),
    );
    expect(report).toMatchObject({ failed: 1, moved: 0 });
    expect(failures).toHaveLength(1);
    await runSweep(world, '2026-06-03T11:00:00Z');
    expect(await stage()).toBe('due');
  });
});
