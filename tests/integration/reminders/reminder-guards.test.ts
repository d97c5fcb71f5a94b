import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { link } from '#table/entities/diary.ts';
import { outbox } from '#table/entities/system.ts';
import { pattern } from '#table/pattern.ts';
import { setPlan } from '#usecases/patient/set-plan.ts';
import { remind } from '#usecases/reminders/remind.ts';
import { setReminders } from '#usecases/reminders/set-reminders.ts';
import { planBody } from '../../support/examples/bodies.ts';
import type { About } from '../../support/examples/example.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { meanwhile } from '../../support/meanwhile.ts';

const NOW = '2026-06-10T07:00:00Z';
const due = { reminders: { plan: { on: 'day', hour: 8 } }, nextReminderAt: NOW } as const;
const KEY = link.key({ ...DIARY, account: 'ann' });
let world: DiaryWorld;

const run = (context = world.context) => remind(context, KEY, Temporal.Instant.from(NOW));
const mails = async (): Promise<number> => {
  const { pk } = outbox.key({ owner: { of: 'diary', ...DIARY }, at: '0', outbox: '0' });
  const all = pattern({ name: 'mails', partition: pk, range: 'all', finds: [outbox] });
  return (await world.context.store.queryAll(all)).length;
};

beforeEach(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
  const about = { ...DIARY, act: 'plan', today: '2026-06-10' } as About;
  const plan = { patient: DIARY.patient, id: 'plan-1', body: planBody(about) };
  await setPlan(world.context, world.staff(), plan);
  await world.putLink('ann', due);
  return () => world.stop();
});

describe('a reminder', () => {
  it('is sent where all is as it should be', async () => {
    expect([await run(), await mails()]).toEqual(['moved', 1]);
  });

  it.each([
    ['before its time', { nextReminderAt: '2026-06-10T08:00:00Z' }],
    ['once the link has ended', { endedAt: NOW }],
    ['to an address that nobody has confirmed', { confirmed: false }],
  ])('is not sent %s', async (_, more) => {
    await world.putLink('ann', { ...due, ...more });
    await run();
    expect(await mails()).toBe(0);
  });

  it('is not sent while recording is paused, nor over a link that changes at that very moment', async () => {
    const found = await world.state();
    await world.putPatient({ ...found, recording: { ...found.recording, stage: 'paused' } });
    await run();
    expect(await mails()).toBe(0);
    await world.putPatient(found);
    await world.putLink('ann', due);
    const changes = () => world.putLink('ann', { ...due, version: 2 });
    expect(await run(meanwhile(world.context, changes, 'link'))).toBe('skipped');
    expect(await mails()).toBe(0);
  });

  it('is chosen for one’s own diary only, and not over a link that ends at that very moment', async () => {
    const body = { mutationId: 'choose', plan: { on: 'day', hour: 9 } } as const;
    const elsewhere = { ...world.person('ann'), diaries: [] };
    expect(await setReminders(world.context, elsewhere, DIARY, body)).toMatchObject({
      failure: { code: 'not-found' },
    });
    const end = () => world.putLink('ann', { endedAt: NOW, version: 2 });
    const late = meanwhile(world.context, end, 'link');
    expect(await setReminders(late, world.person('ann'), DIARY, body)).toMatchObject({ ok: false });
    expect(await world.context.store.get(link, KEY)).toMatchObject({ endedAt: NOW });
  });
});
