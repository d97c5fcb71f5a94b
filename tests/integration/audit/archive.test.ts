import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveAudit } from '#usecases/audit/archive-audit.ts';
import { auditItem } from '#usecases/audit/audit-item.ts';
import { chainRecord, GENESIS, ownerName } from '#usecases/audit/chain.ts';
import type { Owner } from '#table/entities/owner.ts';
import { audit } from '#table/entities/system.ts';
import { toItem } from '#table/item.ts';
import type { Archive } from '#usecases/ports/archive.ts';
import { startArchive, type ArchiveWorld } from '../../support/archive-world.ts';
import { auditContext } from '../../support/audit-context.ts';

let world: ArchiveWorld;
const context = auditContext('2026-06-10T12:00:00Z');
const nurse = {
  kind: 'staff',
  account: 'staff-nurse',
  username: 'nurse',
  issuedAt: 0,
  centre: 'larkfield',
  job: 'nurse',
} as const;
const diary = (patient: string): Owner => ({ of: 'diary', centre: 'larkfield', patient });

/** An audit item as the stream tells of it. */
const told = (owner: Owner, reason = 'A reason that is nobody else’s business') =>
  toItem(
    audit,
    auditItem(context, nurse, owner, { action: 'void-entry', mutationId: context.newId(), reason }),
  );
const unexpected = (error: unknown): never => {
  throw error;
};
const add = (...images: readonly Readonly<Record<string, unknown>>[]) =>
  archiveAudit(world.archive, images, unexpected);
const chain = async (owner: Owner) => {
  const segments = await world.reader.segments(ownerName(owner));
  return segments.flatMap(({ text }) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => chainRecord.parse(JSON.parse(line))),
  );
};

describe('the archive', () => {
  beforeAll(async () => {
    world = await startArchive();
  });
  afterAll(() => world.stop());

  it('chains what is told, each diary by itself and in order', async () => {
    const [one, other, two, three] = [told(diary('a')), told(diary('b')), told(diary('a')), told(diary('a'))];
    expect(await add(one, other, two)).toEqual({ archived: 3, failedAt: undefined });
    expect(await add(three)).toEqual({ archived: 1, failedAt: undefined });
    const records = await chain(diary('a'));
    expect(records.map(({ sequence, audit: id }) => [sequence, id])).toEqual([
      [1, one['audit']],
      [2, two['audit']],
      [3, three['audit']],
    ]);
    expect(records.map(({ previous }) => previous)).toEqual([GENESIS, records[0]?.hash, records[1]?.hash]);
    expect(await chain(diary('b'))).toHaveLength(1);
  });

  it('keeps ids, actor, action, instant and digests, and nothing else', async () => {
    const [first] = await chain(diary('a'));
    expect(Object.keys(first ?? {}).sort()).toEqual(
      ['action', 'actor', 'at', 'audit', 'digest', 'hash', 'owner', 'previous', 'sequence'].sort(),
    );
    const segments = await world.reader.segments('diary/larkfield/a');
    expect(JSON.stringify(segments)).not.toContain('business');
  });

  it('is the same after being told twice since the last success, whole or in part', async () => {
    const [one, two, three] = [told(diary('c')), told(diary('c')), told(diary('c'))];
    await add(one);
    expect(await add(two, two, three)).toMatchObject({ archived: 2 });
    expect(await add(two, three)).toMatchObject({ archived: 0 });
    expect(await add(three)).toMatchObject({ archived: 0 });
    expect((await chain(diary('c'))).map(({ audit: id }) => id)).toEqual(
      [one, two, three].map((image) => image['audit']),
    );
  });

  it('goes on after somebody else wrote what comes next', async () => {
    const [mine, theirs] = [told(diary('d')), told(diary('d'))];
    let raced = false;
    const racing: Archive = {
      newest: (owner) => world.archive.newest(owner),
      append: async (records) => {
        if (!raced) {
          raced = true;
          await add(theirs);
        }
        return world.archive.append(records);
      },
    };
    expect(await archiveAudit(racing, [mine], unexpected)).toMatchObject({ archived: 1 });
    expect((await chain(diary('d'))).map(({ audit: id }) => id)).toEqual([theirs['audit'], mine['audit']]);
  });

  it('keeps what worked when part of a batch fails, and says from where it has to be told again', async () => {
    const failing: Archive = {
      newest: (owner) => world.archive.newest(owner),
      append: (records) =>
        records[0]?.owner === 'diary/larkfield/f'
          ? Promise.reject(new Error('The bucket is out.'))
          : world.archive.append(records),
    };
    const batch = [told(diary('e')), told(diary('f')), told(diary('e')), told(diary('f'))];
    const faults: unknown[] = [];
    const outcome = await archiveAudit(failing, batch, (error) => faults.push(error));
    expect([outcome, faults.length]).toEqual([{ archived: 2, failedAt: 1 }, 1]);
    expect(await add(...batch.slice(1))).toEqual({ archived: 2, failedAt: undefined });
    expect(await chain(diary('e'))).toHaveLength(2);
    expect(await chain(diary('f'))).toHaveLength(2);
  });

  it('lets nothing overtake an item that it can’t read', async () => {
    const [before, broken, after] = [told(diary('g')), { ...told(diary('g')), digest: 7 }, told(diary('g'))];
    const faults: unknown[] = [];
    const outcome = await archiveAudit(world.archive, [before, broken, after], (error) => faults.push(error));
    expect([outcome, faults.length]).toEqual([{ archived: 1, failedAt: 1 }, 1]);
    expect((await chain(diary('g'))).map(({ audit: id }) => id)).toEqual([before['audit']]);
  });

  it('finds the end of a chain longer than nine segments', async () => {
    for (let n = 0; n < 11; n += 1) await add(told(diary('h')));
    const records = await chain(diary('h'));
    expect(records.map(({ sequence }) => sequence)).toEqual(records.map((_, place) => place + 1));
    expect(records).toHaveLength(11);
  });
});

describe('the bucket of the archive', () => {
  let key: string;
  beforeAll(async () => {
    world = await startArchive();
    await add(told(diary('a')));
    const [segment] = await world.reader.segments('diary/larkfield/a');
    key = segment?.name ?? '';
  });
  afterAll(() => world.stop());

  it('says how it is locked, and until when an object is', async () => {
    expect(await world.reader.lock()).toBe('COMPLIANCE 2922 days');
    const [mode, until] = await world.retention(key);
    expect(mode).toBe('COMPLIANCE');
    expect(Number(until.slice(0, 4)) - new Date().getFullYear()).toBe(8);
  });

  it.each([
    ['write', 'AccessDenied'],
    ['write-new', 'PreconditionFailed'],
    ['remove', 'AccessDenied'],
    ['remove-many', 'AccessDenied'],
  ] as const)('refuses to %s what is there: %s', async (what, name) => {
    const before = await world.reader.segments('diary/larkfield/a');
    expect(await world.attempt(what, key)).toBe(name);
    expect(await world.reader.segments('diary/larkfield/a')).toEqual(before);
  });

  it('takes nothing without a checksum, as Object Lock wants it', async () => {
    expect(await world.attempt('write-unchecked', 'chains/registry/new')).toBe('InvalidRequest');
  });

  it('takes one of two that write the same name at once', async () => {
    const both = await Promise.all([1, 2].map(() => world.attempt('write-new', 'chains/registry/at-once')));
    expect(both.sort()).toEqual([expect.stringMatching(/Conflict|PreconditionFailed/), 'done']);
  });
});
