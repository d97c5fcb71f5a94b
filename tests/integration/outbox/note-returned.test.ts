import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outbox } from '#table/entities/system.ts';
import * as patterns from '#table/patterns.ts';
import { noteReturned } from '#usecases/outbox/note-returned.ts';
import { traceOf } from '#usecases/outbox/trace.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { outboxOf, scriptedMailer, type OutboxItem } from '../../support/mails.ts';
import { wholeTable } from '../../support/whole-table.ts';

const NOON = '2026-06-10T12:00:00Z';
const LATER = '2026-06-10T12:30:00Z';

let world: DiaryWorld;
let mails: ReturnType<typeof outboxOf>;
let accounts = 0;

const traceIn = (item: OutboxItem): string => traceOf(outbox.key(item));
const onWorklist = async (item: OutboxItem): Promise<boolean> => {
  const found = await world.context.store.queryAll(patterns.worklistOf(DIARY.centre));
  return found.some(({ item: one }) => 'outbox' in one && one.outbox === item.outbox);
};

/** A reminder of a lapse that still holds, sent. */
const sentReminder = async (): Promise<OutboxItem> => {
  const item = await mails.put({
    account: `account-${String((accounts += 1))}`,
    message: 'reminder-1',
    whileRecording: { lapseId: 'lapse-1', announced: 'reminder-1' },
  });
  expect(await mails.send(item)).toBe('sent');
  return item;
};

describe('a mail that came back', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOON);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    world.at(NOON);
    mails = outboxOf(world, scriptedMailer());
    const lapse = { id: 'lapse-1', dueOn: '2026-06-08', announced: 'reminder-1' as const, over: false };
    await world.putPatient({ recording: { stage: 'due', since: NOON, openDoses: [], lapse } });
  });

  it.each(['bounce', 'complaint'] as const)('is shown to the centre as a %s', async (kind) => {
    const item = await mails.put();
    await mails.send(item);
    world.at(LATER);
    expect(await noteReturned(world.context, traceIn(item), kind)).toBe(true);
    expect(await mails.read(item)).toMatchObject({ state: 'returned', returned: { kind, at: LATER } });
    expect(await onWorklist(item)).toBe(true);
  });

  it('no longer counts as a reminder, and only once however often it is told', async () => {
    await sentReminder();
    const item = await sentReminder();
    expect((await world.state()).remindedOn).toEqual(['2026-06-10', '2026-06-10']);
    for (const kind of ['bounce', 'bounce', 'complaint'] as const)
      expect(await noteReturned(world.context, traceIn(item), kind)).toBe(true);
    expect((await world.state()).remindedOn).toEqual(['2026-06-10']);
    expect(await mails.read(item)).toMatchObject({ returned: { kind: 'bounce' } });
  });

  it('is noted twice at the same moment as one', async () => {
    const item = await sentReminder();
    const trace = traceIn(item);
    const noted = await Promise.all([1, 2].map(() => noteReturned(world.context, trace, 'bounce')));
    expect(noted).toEqual([true, true]);
    expect((await world.state()).remindedOn).toEqual([]);
  });

  it('takes back no other reminder of the day when it came back before it was counted', async () => {
    await sentReminder();
    const item = await mails.put(
      { whileRecording: { lapseId: 'lapse-1', announced: 'reminder-1' } },
      { state: 'claimed', claimedUntil: '2026-06-10T12:05:00Z' },
    );
    expect(await noteReturned(world.context, traceIn(item), 'bounce')).toBe(true);
    expect((await world.state()).remindedOn).toEqual(['2026-06-10']);
  });

  it('leaves reminders alone that were counted for another day', async () => {
    const item = await sentReminder();
    await world.putPatient({ remindedOn: ['2026-06-01'] });
    expect(await noteReturned(world.context, traceIn(item), 'bounce')).toBe(true);
    expect((await world.state()).remindedOn).toEqual(['2026-06-01']);
  });

  it('is noted where the diary is gone', async () => {
    const owner = { of: 'diary' as const, centre: DIARY.centre, patient: 'erased' };
    const item = await mails.put({ owner, whileRecording: { lapseId: 'l', announced: 'reminder-1' } });
    expect(await noteReturned(world.context, traceIn(item), 'bounce')).toBe(true);
  });

  it('keeps no code, though it came back before it was marked as sent', async () => {
    const item = await mails.put(
      { message: 'patient-invitation', values: { code: 'ABCD-1234' } },
      { state: 'claimed', claimedUntil: '2026-06-10T12:05:00Z' },
    );
    expect(await noteReturned(world.context, traceIn(item), 'bounce')).toBe(true);
    expect(await mails.read(item)).toMatchObject({ job: { values: {} }, doneAt: NOON });
    expect((await mails.read(item)).expiresAt).toBeGreaterThan(Date.parse(NOON) / 1000);
  });

  it.each([
    ['nothing', ''],
    ['no text of ours', 'c29tZXRoaW5n'],
    ['another kind of item', traceOf({ pk: 'CENTRE#larkfield', sk: 'PROFILE' })],
    ['an item that is gone', traceOf({ pk: 'CENTRE#larkfield#OUTBOX', sk: '2026#gone' })],
    ['more than a key', Buffer.from('CENTRE#larkfield#OUTBOX\na\nb').toString('base64url')],
  ])('is not ours to note when its trace names %s', async (_, trace) => {
    expect(await noteReturned(world.context, trace, 'bounce')).toBe(false);
  });

  it('is told again when other writers keep getting in between', async () => {
    const item = await mails.put();
    const busy = { done: false as const, refused: 'conflict' as const };
    const store = { ...world.context.store, transact: () => Promise.resolve(busy) };
    await expect(
      noteReturned({ ...world.context, ...wholeTable(store) }, traceIn(item), 'bounce'),
    ).rejects.toThrow();
    expect(await mails.read(item)).not.toHaveProperty('returned');
  });
});
