import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities } from '#table/entities/all.ts';
import type { Key } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import { scopeRights } from '#table/scopes.ts';
import type { Scope } from '#usecases/ports/scopes.ts';
import type { Act, Store } from '#usecases/ports/store.ts';
import { SCOPED_FUNCTIONS, startScopedWorld, type ScopedWorld } from '../../support/scoped-world.ts';

/** One tenant with one diary. `ox` is not `oxford`, and patient `p1` of the one is not `p1` of the other. */
const OX = { centre: 'ox', patient: 'p1', account: 'ann' };
const OXFORD = { centre: 'oxford', patient: 'p1', account: 'anna' };
/** Another diary of the same centre. */
const NEXT_BED = { ...OX, patient: 'p11', account: 'ben' };
type Tenant = typeof OX;

/** Every access pattern, asked of a tenant. One that isn’t here fails the first test. */
const ASKED: Readonly<Record<keyof typeof patterns, ((of: Tenant) => patterns.Pattern) | 'of no tenant'>> = {
  entriesBetween: ({ centre, patient }) =>
    patterns.entriesBetween(centre, patient, '2026-01-01', '2026-12-31'),
  entryParts: ({ centre, patient }) => patterns.entryParts(centre, patient, 'e1'),
  aboutPatient: ({ centre, patient }) => patterns.aboutPatient(centre, patient),
  stockOf: ({ centre, patient }) => patterns.stockOf(centre, patient),
  stockMovements: ({ centre, patient }) =>
    patterns.stockMovements(centre, patient, '2026-01-01', '2026-12-31'),
  centreKnown: ({ centre }) => patterns.centreKnown(centre),
  recallsOf: ({ centre }) => patterns.recallsOf(centre),
  recallContactsOf: ({ centre }) => patterns.recallContactsOf(centre, 'recall-1'),
  batchHeld: ({ centre }) => patterns.batchHeld(centre, 'elocta', 'AB1'),
  linksOf: ({ centre, patient }) => patterns.linksOf(centre, patient),
  lateOf: ({ centre, patient }) => patterns.lateOf(centre, patient),
  grantsOf: ({ centre, patient }) => patterns.grantsOf(centre, patient),
  withheldOf: ({ centre, patient }) => patterns.withheldOf(centre, patient),
  sharedWith: ({ centre }) => patterns.sharedWith(centre),
  sharedDiary: ({ centre, patient }) => patterns.sharedDiary(centre, 'elsewhere', patient),
  usesOf: ({ centre, patient }) => patterns.usesOf(centre, patient, 'e1'),
  linkedTo: ({ account }) => patterns.linkedTo(account),
  rosterOf: ({ centre }) => patterns.rosterOf(centre, ''),
  worklistOf: ({ centre }) => patterns.worklistOf(centre),
  staffOf: ({ centre }) => patterns.staffOf(centre),
  exportsOf: ({ centre }) => patterns.exportsOf(centre),
  centreEntries: ({ centre }) => patterns.centreEntries(centre, '2026-11', '2026-11-01', '2026-11-30'),
  batchUses: ({ centre }) => patterns.batchUses(centre, 'elocta', 'AB1'),
  auditOf: ({ centre, patient }) => patterns.auditOf({ of: 'diary', centre, patient }),
  auditBetween: ({ centre, patient }) =>
    patterns.auditBetween({ of: 'diary', centre, patient }, '2026-01-01', '2026-12-31'),
  dueBy: 'of no tenant',
  unsentBy: 'of no tenant',
  centresOfRegistry: 'of no tenant',
  registryTeam: 'of no tenant',
  directory: 'of no tenant',
  newestStatement: 'of no tenant',
  sessionsOf: 'of no tenant',
  eventsOf: 'of no tenant',
};
/** No function asks these yet, so no role has a right to them. */
const UNASKED = ['auditBetween', 'auditOf'];

/** Every id that a key of the table is made of; an entity that needs another one is added here. */
const idsOf = ({ centre, patient, account }: Tenant) => ({
  centre,
  patient,
  account,
  owner: { of: 'diary', centre, patient },
  entry: 'e1',
  late: 'late-1',
  n: 1,
  plan: 'plan-1',
  effectiveOn: '2026-06-01',
  consent: 'consent-1',
  export: 'export-1',
  at: '2026-06-01T00:00:00Z',
  audit: 'audit-1',
  outbox: 'mail-1',
  invitation: 'inv-1',
  grantee: 'elsewhere',
  item: 'e1',
  statement: 1,
  hash: 'hash',
  session: 'session-1',
  what: 'sign-in',
  who: 'hash',
  product: 'elocta',
  normalisedBatch: 'AB1',
  strength: 1000,
  movement: 'delivery-1',
  recall: 'recall-1',
});
const keyOf = (entity: (typeof entities)[number], of: Tenant): Key =>
  (entity.key as (ids: object) => Key)(idsOf(of));

const idsIn = ({ centre, patient }: Tenant) => ({ centre, patient });
const scopesOf = ({ centre, patient, account }: Tenant): readonly Scope[] => [
  { of: 'account', account },
  { of: 'diary', centre, patient },
  { of: 'centre', centre },
];
const CASES = SCOPED_FUNCTIONS.flatMap((name) =>
  scopesOf(OX)
    .filter(({ of }) => of in scopeRights[name])
    .map((scope) => [name, scope.of, scope] as const),
);

/** Everything that can be done with an item, as a handler would: and nothing of it changes what is there. */
const tries = (key: Key): readonly (readonly [string, (store: Store) => Promise<unknown>])[] => {
  const when = [{ path: 'pk', is: 'absent' }] as const;
  const acts: readonly Act[] = [
    { act: 'check', label: 'check', key, when },
    { act: 'remove', label: 'remove', key, when },
    {
      act: 'update',
      label: 'update',
      key,
      set: { mutationId: 'tried' },
      when: [{ path: 'pk', is: 'present' }],
    },
  ];
  return [
    ['get', (store) => store.get(entities[0], key)],
    ...acts.map((act) => [act.act, (store: Store) => store.transact([act])] as const),
    ['put', (store) => store.put(rawEntity(key), {})],
  ];
};
/** An entity that puts nothing but a key. */
const rawEntity = (key: Key) =>
  ({
    ...entities[0],
    type: 'tried',
    key: () => key,
    indexes: () => ({}),
  }) as unknown as (typeof entities)[number];

const ask = async (act: Promise<unknown>): Promise<'answered' | 'denied'> => {
  try {
    await act;
    return 'answered';
  } catch (error) {
    if (error instanceof Error && error.name === 'AccessDeniedException') return 'denied';
    throw error;
  }
};

const isOwnedBy = (partition: string, { centre, patient }: Tenant, scope: Scope): boolean =>
  scope.of === 'centre'
    ? partition === `CENTRE#${centre}` || partition.startsWith(`CENTRE#${centre}#`)
    : partition === `CENTRE#${centre}` || `${partition}#`.startsWith(`CENTRE#${centre}#PATIENT#${patient}#`);

let world: ScopedWorld;
beforeAll(async () => {
  world = await startScopedWorld();
  // The templates are synthesised for it.
}, 300_000);
afterAll(() => world.stop());

it('every pattern of the table is tried here', () => {
  expect(Object.keys(ASKED).sort()).toEqual(Object.keys(patterns).sort());
});

const asked = Object.entries(ASKED).flatMap(([name, pattern]) =>
  pattern === 'of no tenant' ? [] : [[name, pattern] as const],
);

describe.each(CASES)('a handler of %s in the scope of one %s', (name, of, scope) => {
  it.each(asked)('is denied by the store what is another’s: %s', async (pattern, make) => {
    const store = world.withinOf(name)(scope);
    const others = of === 'centre' ? [OXFORD] : [OXFORD, NEXT_BED];
    for (const other of others) {
      const query = make(other);
      // The lists of one centre are the same for both beds.
      if (other === NEXT_BED && query.partition === make(OX).partition) continue;
      expect([pattern, await ask(store.query(query))]).toEqual([pattern, 'denied']);
    }
  });

  it('can neither read, write, check nor remove any kind of item of another tenant', async () => {
    const store = world.withinOf(name)(scope);
    const answered: string[] = [];
    for (const other of of === 'centre' ? [OXFORD] : [OXFORD, NEXT_BED])
      for (const entity of entities) {
        const key = keyOf(entity, other);
        if (!key.pk.startsWith('CENTRE#') || isOwnedBy(key.pk, OX, scope)) continue;
        for (const [what, act] of tries(key))
          if ((await ask(act(store))) === 'answered') answered.push(`${what} ${key.pk}`);
      }
    expect(answered).toEqual([]);
  });

  it('can touch nothing that belongs to no tenant but what is declared', async () => {
    const store = world.withinOf(name)(scope);
    const answered = new Set<string>();
    for (const entity of entities) {
      const key = keyOf(entity, OX);
      if (key.pk.startsWith('CENTRE#')) continue;
      for (const [what, act] of tries(key))
        if ((await ask(act(store))) === 'answered') answered.add(`${what} ${key.pk.split('#')[0] ?? ''}`);
    }
    expect([...answered]).toEqual(name === 'centre' && of === 'centre' ? ['put INVITE'] : []);
  });
});

describe('what is one’s own', () => {
  it.each(asked.filter(([name]) => !UNASKED.includes(name)))(
    'is answered to some function, and to none in its own name: %s',
    async (_, make) => {
      const answers = await Promise.all(
        CASES.map(([name, , scope]) => ask(world.withinOf(name)(scope).query(make(OX)))),
      );
      expect(answers).toContain('answered');
      for (const name of SCOPED_FUNCTIONS)
        expect([name, await ask(world.ownOf(name).query(make(OX)))]).toEqual([name, 'denied']);
    },
  );

  it('is read and written in the scope it belongs to', async () => {
    const diary = world.withinOf('diary')({ of: 'diary', centre: 'ox', patient: 'p1' });
    const centre = world.withinOf('centre')({ of: 'centre', centre: 'ox' });
    for (const pk of ['CENTRE#ox#PATIENT#p1', 'CENTRE#ox#PATIENT#p1#AUDIT']) {
      const key = { pk, sk: 'own' };
      expect(await ask(diary.put(rawEntity(key), {}))).toBe('answered');
      expect(await ask(centre.put(rawEntity(key), {}))).toBe('answered');
    }
  });

  it.each([
    ['diary', ['AUDIT', 'ALLOWANCE']],
    ['centre', ['AUDIT']],
    ['session', ['AUDIT', 'OUTBOX']],
  ] as const)('hangs on a diary, and %s writes in the scope of that diary only its %j', async (name, own) => {
    const store = world.withinOf(name)({ of: 'diary', centre: 'ox', patient: 'p1' });
    const written: string[] = [];
    for (const part of ['AUDIT', 'ALLOWANCE', 'INVITED', 'OUTBOX', 'ANYTHING']) {
      const key = { pk: `CENTRE#ox#PATIENT#p1#${part}`, sk: 'part' };
      if ((await ask(store.put(rawEntity(key), {}))) === 'answered') written.push(part);
    }
    expect(written).toEqual(own);
  });

  it('is not written beside another’s in one transaction', async () => {
    const centre = world.withinOf('centre')({ of: 'centre', centre: 'ox' });
    const put = (pk: string): Act => ({
      act: 'put',
      label: pk,
      entity: rawEntity({ pk, sk: 'both' }),
      item: {},
      over: 'any',
    });
    expect(await ask(centre.transact([put('CENTRE#ox#ADMIN'), put('CENTRE#oxford#ADMIN')]))).toBe('denied');
    expect(await ask(centre.transact([put('CENTRE#ox#ADMIN'), put('CENTRE#ox#AUDIT')]))).toBe('answered');
  });
});

describe('one act on two diaries', () => {
  const pair = { of: 'pair', ...idsIn(OX), otherCentre: 'oxford', otherPatient: 'p1' } as const;
  const put = (pk: string): Act => ({
    act: 'put',
    label: pk,
    entity: rawEntity({ pk, sk: 'both' }),
    item: {},
    over: 'any',
  });
  const diaries = ['CENTRE#ox#PATIENT#p1', 'CENTRE#oxford#PATIENT#p1'];

  it('writes both and the log of each in one transaction, also at two centres', async () => {
    const store = world.withinOf('diary')(pair);
    const acts = diaries.flatMap((pk) => [put(pk), put(`${pk}#AUDIT`)]);
    expect(await ask(store.transact(acts))).toBe('answered');
  });

  it('reads neither, and writes nothing else of the two centres', async () => {
    const store = world.withinOf('diary')(pair);
    for (const pk of diaries) expect(await ask(store.get(entities[0], { pk, sk: 'both' }))).toBe('denied');
    expect(await ask(store.query(patterns.linksOf('ox', 'p1')))).toBe('denied');
    const others = [
      'CENTRE#ox',
      'CENTRE#ox#ADMIN',
      'CENTRE#oxford#PATIENT#p11',
      'CENTRE#ox#PATIENT#p1#OUTBOX',
    ];
    for (const pk of others) expect([pk, await ask(store.transact([put(pk)]))]).toEqual([pk, 'denied']);
  });

  it('is no function’s but the diary’s', async () => {
    for (const name of SCOPED_FUNCTIONS.filter((one) => one !== 'diary'))
      await expect(world.withinOf(name)(pair).transact(diaries.map(put))).rejects.toThrow();
  });
});

describe('the credentials of a scope', () => {
  it('are asked for once, however many ask at once, and not again while they hold', async () => {
    const before = world.assumed();
    const within = world.withinOf('diary');
    const scope = { of: 'diary', centre: 'ox', patient: 'p1' } as const;
    const read = () => within(scope).query(patterns.linksOf('ox', 'p1'));
    await Promise.all(Array.from({ length: 8 }, read));
    expect(world.assumed() - before).toBe(1);
    for (let time = 0; time < 5; time += 1) await read();
    expect(world.assumed() - before).toBe(1);
    await within({ ...scope, patient: 'p2' }).query(patterns.linksOf('ox', 'p2'));
    expect(world.assumed() - before).toBe(2);
  });

  it('are not made for an id that could mean more than one', () => {
    const within = world.withinOf('centre');
    for (const centre of ['*', 'ox*', 'ox#PATIENT', '', 'o?'])
      expect(() => within({ of: 'centre', centre })).toThrow();
  });
});

describe('without the condition on leading keys', () => {
  it('the same requests are answered: it is that condition which keeps tenants apart', async () => {
    const open = await startScopedWorld(false);
    const store = open.withinOf('diary')({ of: 'diary', centre: 'ox', patient: 'p1' });
    expect(await ask(store.query(patterns.linksOf('oxford', 'p1')))).toBe('answered');
    expect(await ask(store.query(patterns.linksOf('ox', 'p11')))).toBe('answered');
    await open.stop();
  });
});
