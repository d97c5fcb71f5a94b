import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outbox } from '#table/entities/system.ts';
import * as patterns from '#table/patterns.ts';
import { listWorklist } from '#usecases/centre/list-worklist.ts';
import { ringUnsent } from '#usecases/outbox/ring-unsent.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { outboxOf, scriptedMailer, type ScriptedMailer } from '../../support/mails.ts';

const NOON = '2026-06-10T12:00:00Z';
const CLAIM_ENDED = '2026-06-10T12:05:00Z';
const TOMORROW_AT_EIGHT = '2026-06-11T07:00:00Z';

let world: DiaryWorld;
let mailer: ScriptedMailer;
let mails: ReturnType<typeof outboxOf>;
const outboxIdOf = (found: object): unknown => ('outbox' in found ? found.outbox : undefined);
let accounts = 0;
/** Each story has an account of its own: at most one mail an account and day. */
const someone = () => `account-${String((accounts += 1))}`;

describe('sending a mail', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOON);
    await world.putPatient();
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    world.at(NOON);
    mailer = scriptedMailer();
    mails = outboxOf(world, mailer);
  });

  it('keeps no code and no other value once the mail is gone', async () => {
    const item = await mails.put({ message: 'patient-invitation', values: { code: 'ABCD-1234' } });
    expect(await mails.send(item)).toBe('sent');
    expect(mailer.taken).toMatchObject([{ to: 'ann@example.org', values: { code: 'ABCD-1234' } }]);
    const kept = await mails.read(item);
    expect(kept).toMatchObject({
      state: 'done',
      messageId: 'message-1',
      doneAt: NOON,
      job: { values: {} },
      expiresAt: Date.parse('2026-09-08T12:00:00Z') / 1000,
    });
    expect(JSON.stringify(kept)).not.toContain('ABCD');
    expect(await mails.send(item)).toBe('skipped');
    expect(mailer.taken).toHaveLength(1);
  });

  it('stays claimed when the mail service is down, and goes out once it is rung after the claim', async () => {
    const item = await mails.put({ account: someone(), values: { code: 'KEEP-1234' } });
    mailer.does = 'is down';
    await expect(mails.send(item)).rejects.toThrow('down');
    expect(await mails.read(item)).toMatchObject({
      state: 'claimed',
      attempts: 1,
      claimedUntil: CLAIM_ENDED,
    });

    mailer.does = 'takes';
    expect(await mails.send(item)).toBe('skipped');
    expect(await ringUnsent(world.context)).toBe(0);
    expect(await mails.read(item)).toMatchObject({ state: 'claimed' });

    world.at(CLAIM_ENDED);
    expect(await ringUnsent(world.context)).toBe(1);
    expect(await mails.send(item)).toBe('sent');
    expect(mailer.taken).toMatchObject([{ values: { code: 'KEEP-1234' } }]);
    expect(await mails.read(item)).toMatchObject({ state: 'done', attempts: 2 });
  });

  it('is shown to the centre when the address is refused, and not tried again', async () => {
    const item = await mails.put({ values: { code: 'GONE-1234' } });
    mailer.does = 'refuses';
    expect(await mails.send(item)).toBe('failed');
    expect(await mails.read(item)).toMatchObject({
      state: 'returned',
      returned: { kind: 'bounce', at: NOON },
      job: { values: {} },
    });
    expect(await listWorklist(world.context, world.staff(), undefined)).toMatchObject({
      ok: true,
      value: { items: [{ kind: 'mail-returned' }] },
    });
    world.at('2026-06-10T18:00:00Z');
    expect(await ringUnsent(world.context)).toBe(0);
    expect(await mails.send(item)).toBe('skipped');
    expect(mailer.taken).toEqual([]);
  });

  it('gives up after eight tries and shows it to the centre', async () => {
    const item = await mails.put({ account: someone() });
    mailer.does = 'is down';
    for (let tried = 1; tried <= 8; tried += 1) {
      await expect(mails.send(item)).rejects.toThrow('down');
      expect(await mails.read(item)).toMatchObject({ attempts: tried });
      // The claim lasts five minutes; the bell rings a minute after it ended.
      world.at(`2026-06-10T12:${String(6 * tried).padStart(2, '0')}:00Z`);
      expect(await ringUnsent(world.context)).toBe(1);
    }
    mailer.does = 'takes';
    expect(await mails.send(item)).toBe('failed');
    expect(mailer.taken).toEqual([]);
    expect(await mails.read(item)).toMatchObject({ state: 'returned', returned: { kind: 'bounce' } });
    const listed = await world.context.store.queryAll(patterns.worklistOf(DIARY.centre));
    expect(listed.map(({ item: found }) => outboxIdOf(found))).toContain(item.outbox);
  });

  it('goes out once when two runs take it in the same moment', async () => {
    const item = await mails.put({ account: someone() });
    const outcomes = await Promise.all([mails.send(item), mails.send(item)]);
    expect(outcomes.sort()).toEqual(['sent', 'skipped']);
    expect(mailer.taken).toHaveLength(1);
  });

  it('is not sent while another run holds it, and is taken over when that run never came back', async () => {
    const claimed = { state: 'claimed' as const, attempts: 1, claimedUntil: CLAIM_ENDED };
    const item = await mails.put({ account: someone() }, claimed);
    expect(await mails.send(item)).toBe('skipped');
    world.at(CLAIM_ENDED);
    expect(await mails.send(item)).toBe('sent');
  });

  it('is not sent before its time, nor when it is not there', async () => {
    const later = await mails.put({ notBefore: '2026-06-10T12:00:01Z' });
    expect(await mails.send(later)).toBe('skipped');
    expect(await mails.send({ ...later, outbox: 'nothing' })).toBe('skipped');
  });

  it('folds a second mail of the day into the first, and never a formal notice', async () => {
    const account = someone();
    expect(await mails.send(await mails.put({ account }))).toBe('sent');
    const folded = await mails.put({ account });
    expect(await mails.send(folded)).toBe('merged');
    expect(await mails.read(folded)).toMatchObject({ state: 'merged', job: { values: {} } });

    const notice = await mails.put({ account, message: 'formal-notice' });
    expect(await mails.send(notice)).toBe('postponed');
    expect(await mails.read(notice)).toMatchObject({ state: 'waiting', notBefore: TOMORROW_AT_EIGHT });
    expect(await mails.send(notice)).toBe('skipped');

    world.at(TOMORROW_AT_EIGHT);
    await ringUnsent(world.context);
    expect(await mails.send(notice)).toBe('sent');
    expect(mailer.taken.map(({ message }) => message)).toEqual(['delivery-suspended', 'formal-notice']);
  });

  it('takes the day of a postponed formal notice: a reminder of that day is folded into it', async () => {
    const account = someone();
    await mails.send(await mails.put({ account }));
    const notice = await mails.put({ account, message: 'formal-notice' });
    await mails.send(notice);
    world.at(TOMORROW_AT_EIGHT);
    expect(await mails.send(notice)).toBe('sent');
    expect(await mails.send(await mails.put({ account }))).toBe('merged');
  });

  it('passes the quiet hours and the limit of the day only where it may', async () => {
    const account = someone();
    world.at('2026-06-10T22:30:00Z');
    const urgent = { account, mayPassQuietHours: true };
    expect(await mails.send(await mails.put(urgent))).toBe('sent');
    expect(await mails.send(await mails.put(urgent))).toBe('sent');
    const usual = await mails.put({ account });
    expect(await mails.send(usual)).toBe('postponed');
    expect(await mails.read(usual)).toMatchObject({ notBefore: TOMORROW_AT_EIGHT });
  });

  it('is not sent a second time because an index still shows it as waiting', async () => {
    const item = await mails.put({ account: someone() });
    expect(await mails.send(item)).toBe('sent');
    const { store } = world.context;
    const lagging = { ...store, queryKeys: () => Promise.resolve([outbox.key(item)]) };
    expect(await ringUnsent({ ...world.context, store: lagging })).toBe(0);
    expect(await mails.read(item)).toMatchObject({ state: 'done' });
  });
});
