import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import type { Owner } from '#table/entities/owner.ts';
import { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { toItem } from '#table/item.ts';
import { archiveAudit } from '#usecases/audit/archive-audit.ts';
import { auditItem } from '#usecases/audit/audit-item.ts';
import { digestOf, hashOf } from '#usecases/audit/digest.ts';
import { ERASES, tombstoneOf } from '#usecases/audit/tombstone.ts';
import { everyOwner, ownerNamed, verifyAudit } from '#usecases/audit/verify-audit.ts';
import type { Happening } from '#usecases/audit/audit-item.ts';
import { startArchive, type ArchiveWorld } from '../../support/archive-world.ts';
import { auditContext } from '../../support/audit-context.ts';
import { startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';

type Audit = Stored<typeof audit>;

const NOW = '2026-06-10T12:00:00Z';
const LATER = Temporal.Instant.from('2026-06-11T12:00:00Z');
let world: DiaryWorld;
let store: ArchiveWorld;
let people = 0;
let owner: Owner;
const context = auditContext(NOW);
const nurse = () => world.staff('nurse');
const unexpected = (error: unknown): never => {
  throw error;
};

const item = (happening: Partial<Happening> = {}): Audit =>
  auditItem(context, nurse(), owner, {
    action: 'void-entry',
    mutationId: context.newId(),
    about: 'entry-1',
    reason: 'typed twice',
    before: { kind: 'bleed', severity: 2, note: 'Zoë 💉' },
    ...happening,
  });
const put = (one: Audit) => world.context.store.put(audit, one);
const remove = async (one: Audit) => {
  await world.context.store.transact([{ act: 'remove', label: 'gone', key: audit.key(one) }]);
};
const archive = (...items: readonly Audit[]) =>
  archiveAudit(
    store.archive,
    items.map((one) => toItem(audit, one)),
    unexpected,
  );
const verify = (now = LATER) =>
  verifyAudit({ store: world.context.store, now: () => now, archive: store.reader }, owner);
const found = async () =>
  (await verify()).findings.map(({ side, kind, where }) => [side, kind, where] as const);

/** Three items, written to the table and archived in two goes. */
const three = async (): Promise<readonly [Audit, Audit, Audit]> => {
  const items = [item(), item(), item()] as const;
  for (const one of items) await put(one);
  await archive(items[0], items[1]);
  await archive(items[2]);
  return items;
};
const folder = () => (owner.of === 'diary' ? `chains/diary/${owner.centre}/${owner.patient}` : '');
const FIRST = '9999999998-1.jsonl';
const SECOND = '9999999996-3.jsonl';

beforeAll(async () => {
  [world, store] = await Promise.all([startDiaryWorld(NOW), startArchive()]);
});
afterAll(() => Promise.all([world.stop(), store.stop()]));
beforeEach(() => {
  people += 1;
  owner = { of: 'diary', centre: 'larkfield', patient: `p-${String(people)}` };
});

describe('an untouched audit', () => {
  it('has nothing to find', async () => {
    await three();
    expect(await verify()).toMatchObject({ archived: 3, live: 3, waiting: 0, erased: 0, findings: [] });
  });

  it('may have been told to the archive twice', async () => {
    const [, two, last] = await three();
    await archive(two, last);
    expect(await verify()).toMatchObject({ archived: 4, live: 3, repeated: 1, findings: [] });
  });

  it('may have an end that waits for the archive, for a quarter of an hour', async () => {
    await three();
    const newest = item();
    await put(newest);
    const at = Temporal.Instant.from(newest.at);
    expect(await verify(at.add({ minutes: 14 }))).toMatchObject({ waiting: 1, findings: [] });
    expect(await verify(at.add({ minutes: 16 }))).toMatchObject({
      waiting: 0,
      findings: [{ side: 'either', kind: 'inserted', where: newest.audit }],
    });
  });

  it('is found for everyone whom the archive, the registry or a roster knows', async () => {
    await three();
    const reach = { store: world.context.store, now: () => LATER, archive: store.reader };
    const owners = await everyOwner(reach);
    expect(owners).toContain(folder().replace('chains/', ''));
    expect(owners.map((name) => ownerNamed(name)).filter((one) => one === undefined)).toEqual([]);
    expect(['diary/a', 'centre', 'nobody/a/b', 'diary/a/b/c', 'registry/a'].map(ownerNamed)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});

describe('an item of the table', () => {
  it.each([
    ['its reason', { reason: 'typed wrongly' }],
    ['what it was before', { before: { kind: 'bleed', severity: 1 } }],
    ['who it was', { actor: { account: 'staff-other', as: 'nurse' as const } }],
    ['what was done', { action: 'correct-bleed' }],
    ['whom it showed', { shown: ['p-9'] }],
  ])('whose %s was changed is found', async (_what, change) => {
    const [, two] = await three();
    await put({ ...two, ...change });
    expect(await found()).toEqual([['table', 'changed', two.audit]]);
  });

  it('that was changed with a digest made to fit is found by the archive’s', async () => {
    const [, two] = await three();
    const { digest: _, ...forged } = { ...two, reason: 'typed wrongly' };
    await put({ ...forged, digest: hashOf(forged) });
    expect(await found()).toEqual([['table', 'changed', two.audit]]);
    await put({ ...item({ reason: 'typed wrongly' }), audit: two.audit, at: two.at });
    expect(await found()).toEqual([['table', 'changed', two.audit]]);
  });

  it('that was removed is found, and where it was', async () => {
    const [, two] = await three();
    await remove(two);
    const { findings } = await verify();
    expect(findings).toEqual([
      {
        owner: folder().replace('chains/', ''),
        side: 'table',
        kind: 'removed',
        where: two.audit,
        what: `Number 2 of the archive, of ${two.at}, is gone.`,
      },
    ]);
  });

  it('that was moved to another time is found', async () => {
    const [one, , last] = await three();
    await remove(last);
    await put({ ...last, at: '2026-06-10T11:00:00Z' });
    expect(await found()).toEqual([['table', 'reordered', last.audit]]);
    expect(one.at < last.at).toBe(true);
  });

  it('that was put in behind the archive’s back is found', async () => {
    await three();
    const forged = item();
    await put(forged);
    expect(await found()).toEqual([['either', 'inserted', forged.audit]]);
  });

  it('may be a tombstone, where an archived erasure says so', async () => {
    const [one, two] = await three();
    const erasure = item({ action: ERASES });
    await put(erasure);
    await archive(erasure);
    for (const erased of [one, two]) await put(tombstoneOf(erased, erasure.audit));
    expect(await verify()).toMatchObject({ archived: 4, live: 4, erased: 2, findings: [] });
  });

  it('leaves, when it is erased, nothing by which its contents could be guessed', () => {
    const said = item();
    const left = tombstoneOf(said, 'erasure');
    expect(JSON.stringify(left)).not.toContain('typed twice');
    const { digest: _, salt: _salt, ...everythingElse } = said;
    expect(digestOf(everythingElse)).not.toBe(left.digest);
    expect(digestOf(said)).toBe(left.digest);
    expect(left.salt).toBeUndefined();
  });

  it('is no tombstone without an erasure, with contents left, or with another digest', async () => {
    const [one, two, last] = await three();
    const erasure = item({ action: ERASES });
    await put(erasure);
    await archive(erasure);
    await put(tombstoneOf(one, 'no-erasure'));
    await put({ ...tombstoneOf(two, erasure.audit), reason: 'left over' });
    await put({ ...tombstoneOf(last, erasure.audit), digest: hashOf('another') });
    expect((await found()).sort()).toEqual(
      [one, two, last].map(({ audit: id }) => ['table', 'changed', id]).sort(),
    );
  });
});

describe('an object of the archive, changed behind its lock,', () => {
  const tamper = (name: string, change: (text: string) => string) => {
    store.tamper(`${folder()}/${name}`, change);
  };
  const lines = (text: string) => text.trimEnd().split('\n');
  const joined = (all: readonly string[]) => `${all.join('\n')}\n`;

  it('is found when a record says something else', async () => {
    await three();
    tamper(FIRST, (text) => text.replace('void-entry', 'view-month'));
    expect(await found()).toContainEqual(['archive', 'changed', `${folder()}/${FIRST}, line 1`]);
  });

  it('is found when the record’s own hash was made to fit', async () => {
    const [one] = await three();
    tamper(FIRST, (text) => {
      const [first = '', second = ''] = lines(text);
      const { hash: _, ...said } = JSON.parse(first.replace('void-entry', 'view-month')) as Record<
        string,
        unknown
      >;
      return joined([JSON.stringify({ ...said, hash: hashOf(said) }), second]);
    });
    expect(await found()).toEqual([
      ['archive', 'changed', `${folder()}/${FIRST}, line 2`],
      ['table', 'changed', one.audit],
    ]);
  });

  it('is found when a record was removed', async () => {
    const [one] = await three();
    tamper(FIRST, (text) => joined(lines(text).slice(1)));
    expect(await found()).toEqual([
      ['archive', 'removed', 'number 1'],
      ['either', 'inserted', one.audit],
    ]);
  });

  it('is found when records change places', async () => {
    await three();
    tamper(FIRST, (text) => joined(lines(text).toReversed()));
    expect(await found()).toEqual([['archive', 'reordered', `${folder()}/${FIRST}, line 2`]]);
  });

  it('is found when a record was put in', async () => {
    await three();
    tamper(SECOND, (text) => joined([...lines(text), ...lines(text)]));
    expect(await found()).toEqual([['archive', 'inserted', `${folder()}/${SECOND}, line 2`]]);
  });

  it('is found when its end was taken off, and when it is no chain any more', async () => {
    const [, , last] = await three();
    tamper(SECOND, () => '');
    expect(await found()).toEqual([['either', 'inserted', last.audit]]);
    tamper(SECOND, () => 'gone\n');
    expect(await found()).toEqual([
      ['archive', 'changed', `${folder()}/${SECOND}, line 1`],
      ['either', 'inserted', last.audit],
    ]);
  });

  it('is found when somebody got round the lock and wrote it again', async () => {
    await three();
    const twice = {
      ...store.reader,
      segments: async (name: string) =>
        (await store.reader.segments(name)).map((segment) => ({ ...segment, versions: 2 })),
    };
    const { findings } = await verifyAudit(
      { store: world.context.store, now: () => LATER, archive: twice },
      owner,
    );
    expect(findings.map(({ kind, where }) => [kind, where])).toEqual([
      ['changed', `${folder()}/${FIRST}`],
      ['changed', `${folder()}/${SECOND}`],
    ]);
  });
});
