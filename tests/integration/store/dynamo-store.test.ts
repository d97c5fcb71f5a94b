import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limit } from '#table/entities/sign-in.ts';
import { created } from '#table/item.ts';
import { staffOf } from '#table/patterns.ts';
import { startTable, type TestTable } from '../../support/table.ts';

const stamp = { at: '2026-11-22T08:00:00Z', by: 'test', mutationId: 'm1' };
const counter = (who: string, count = 1) => ({ what: 'test', who, count, ...created(stamp) });

describe('the table through the store', () => {
  let table: TestTable;
  beforeAll(async () => {
    table = await startTable();
  });
  afterAll(() => table.stop());

  it('keeps what a transaction puts, and reads it back parsed', async () => {
    const outcome = await table.store.transact([
      { act: 'put', label: 'counter', entity: limit, item: counter('a'), over: 'absent' },
    ]);
    expect(outcome).toEqual({ done: true });
    expect(await table.store.get(limit, limit.key({ what: 'test', who: 'a' }))).toEqual(counter('a'));
  });

  it('does nothing at all when one condition fails, and hands back the item that was there', async () => {
    await table.store.put(limit, counter('b', 7));
    const outcome = await table.store.transact([
      { act: 'put', label: 'new', entity: limit, item: counter('c'), over: 'absent' },
      { act: 'put', label: 'taken', entity: limit, item: counter('b'), over: 'absent' },
    ]);
    expect(outcome).toMatchObject({ done: false, refused: [{ label: 'taken', found: { count: 7 } }] });
    expect(await table.store.get(limit, limit.key({ what: 'test', who: 'c' }))).toBeUndefined();
  });

  it('starts from the beginning with a cursor that is not whole, or lies outside what is asked for', async () => {
    const staff = staffOf('elm');
    const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const pk = staff.partition;
    for (const key of [{}, [], { pk }, { pk, sk: 5 }, { pk, sk: 'AAA' }, { pk, sk: 'STAFF#a', more: 'x' }]) {
      expect(await table.store.query(staff, { cursor: cursor(key) })).toMatchObject({ items: [] });
    }
    expect(await table.store.query(staff, { cursor: cursor({ pk, sk: 'STAFF#a' }) })).toMatchObject({
      items: [],
    });
  });

  it('loses no update when many writers meet', async () => {
    await table.store.put(limit, counter('d', 0));
    const key = limit.key({ what: 'test', who: 'd' });
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        table.store.transact([
          { act: 'update', label: 'up', key, add: { count: 1 }, when: [{ path: 'pk', is: 'present' }] },
        ]),
      ),
    );
    const done = outcomes.filter((outcome) => outcome.done).length;
    expect((await table.store.get(limit, key))?.count).toBe(done);
    expect(done).toBeGreaterThan(0);
  });
});
