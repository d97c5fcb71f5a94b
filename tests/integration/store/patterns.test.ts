import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { centreProfile, recovery, registryCentre, registryStaff, statement } from '#table/entities/centre.ts';
import { late } from '#table/entities/late.ts';
import { accountEvent, session } from '#table/entities/sign-in.ts';
import { outbox } from '#table/entities/system.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { SHARDS, shardOf } from '#table/fold.ts';
import { confirmPeriod } from '#usecases/diary/record-period.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { startExport } from '#usecases/export/centre-exports.ts';
import { setPlan } from '#usecases/patient/set-plan.ts';
import { giveGrant } from '#usecases/sharing/give-grant.ts';
import { deliverStock } from '#usecases/stock/deliver-stock.ts';
import { noteRecallContact } from '#usecases/stock/note-recall-contact.ts';
import { recallBatch } from '#usecases/stock/recall-batch.ts';
import { withhold } from '#usecases/withheld/withhold.ts';
import type { About } from '../../support/examples/example.ts';
import { deliveredBody, recallBody, recallContactBody } from '../../support/examples/stock-bodies.ts';
import { OTHER, putOtherCentre } from '../../support/other-centre.ts';
import { root } from '../../../infra/setup/root.mjs';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
const { centre, patient } = DIARY;
const LATEST = '2026-12-31T00:00:00Z';
let world: DiaryWorld;

type Name = keyof typeof patterns;
const typesOf = async (pattern: patterns.Pattern): Promise<string[]> =>
  (await world.context.store.queryAll(pattern)).map(({ type }) => type).sort();
const keysOf = async (at: (shard: number) => patterns.Pattern): Promise<string[]> => {
  const shards = Array.from({ length: SHARDS }, (_, shard) => world.context.store.queryKeys(at(shard), 100));
  return (await Promise.all(shards)).flat().map(({ sk }) => sk);
};

/** What each pattern gives after the story below: the types of what it found, or the sort keys. */
const GIVES: Readonly<Record<Name, readonly [() => Promise<readonly string[]>, readonly string[]]>> = {
  entriesBetween: [
    () => typesOf(patterns.entriesBetween(centre, patient, '2026-06-01', '2026-06-10')),
    ['entry', 'entry'],
  ],
  entryParts: [() => typesOf(patterns.entryParts(centre, patient, 'quiet')), ['entry', 'entry']],
  aboutPatient: [
    () => typesOf(patterns.aboutPatient(centre, patient)),
    ['grant', 'link', 'link', 'plan', 'state', 'stock', 'stock', 'withheld'],
  ],
  stockOf: [() => typesOf(patterns.stockOf(centre, patient)), ['stock', 'stock']],
  stockMovements: [
    () => typesOf(patterns.stockMovements(centre, patient, '2026-06-09', '2026-06-09')),
    ['stock-movement'],
  ],
  centreKnown: [() => typesOf(patterns.centreKnown(centre)), ['centre', 'recall']],
  recallsOf: [() => typesOf(patterns.recallsOf(centre)), ['recall']],
  recallContactsOf: [() => typesOf(patterns.recallContactsOf(centre, 'recall-1')), ['recall-contact']],
  batchHeld: [() => typesOf(patterns.batchHeld(centre, 'elocta', 'HB7701')), ['stock']],
  withheldOf: [() => typesOf(patterns.withheldOf(centre, patient)), ['withheld']],
  lateOf: [() => typesOf(patterns.lateOf(centre, patient)), ['late']],
  grantsOf: [() => typesOf(patterns.grantsOf(centre, patient)), ['grant']],
  sharedWith: [() => typesOf(patterns.sharedWith(OTHER.centre)), ['grant']],
  sharedDiary: [() => typesOf(patterns.sharedDiary(OTHER.centre, centre, patient)), ['grant']],
  registryTeam: [() => typesOf(patterns.registryTeam()), ['registry-recovery', 'registry-staff']],
  directory: [() => typesOf(patterns.directory()), ['listed-centre', 'listed-centre']],
  linksOf: [() => typesOf(patterns.linksOf(centre, patient)), ['link', 'link']],
  usesOf: [() => typesOf(patterns.usesOf(centre, patient, 'dose')), ['use']],
  linkedTo: [() => typesOf(patterns.linkedTo('ann')), ['link']],
  rosterOf: [
    async () => {
      const page = await world.context.store.queryProjected(patterns.rosterOf(centre, 'example'));
      return page.items.map((item) => String(item['patient']));
    },
    [patient],
  ],
  worklistOf: [
    () => typesOf(patterns.worklistOf(centre, '2026-06-11')),
    ['late', 'link', 'outbox', 'withheld'],
  ],
  staffOf: [() => typesOf(patterns.staffOf(centre)), ['staff', 'staff', 'staff', 'staff']],
  exportsOf: [() => typesOf(patterns.exportsOf(centre)), ['export']],
  centreEntries: [
    () => typesOf(patterns.centreEntries(centre, '2026-06', '2026-06-01', '2026-06-10')),
    ['entry', 'entry'],
  ],
  dueBy: [() => keysOf((shard) => patterns.dueBy(shard, LATEST)), ['STATE']],
  unsentBy: [
    async () => {
      const keys = await keysOf((shard) => patterns.unsentBy(shard, LATEST));
      return keys.filter((sk) => sk.endsWith('#export-1'));
    },
    [`2026-06-10T12:00:00.000Z#export-1`],
  ],
  batchUses: [() => typesOf(patterns.batchUses(centre, 'elocta', 'AB1201')), ['use']],
  auditOf: [
    async () => {
      const found = await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }));
      return found.map(({ item }) => item.action);
    },
    ['withhold', 'give-grant', 'deliver-stock', 'confirm-period', 'record-treatment', 'set-plan'],
  ],
  auditBetween: [
    async () => {
      const owner = { of: 'diary', ...DIARY } as const;
      const found = await Promise.all(
        [
          patterns.auditBetween(owner, '2026-06-10', NOW),
          patterns.auditBetween(owner, '2026-06-11', LATEST),
        ].map((pattern) => world.context.store.queryAll(pattern)),
      );
      return found.map((items) => String(items.length));
    },
    ['6', '0'],
  ],
  centresOfRegistry: [() => typesOf(patterns.centresOfRegistry()), ['registry-centre']],
  newestStatement: [
    async () => {
      const page = await world.context.store.query(patterns.newestStatement(), { limit: 1 });
      return page.items.map(({ item }) => String(item.statement));
    },
    ['10'],
  ],
  sessionsOf: [() => typesOf(patterns.sessionsOf('reg')), ['session']],
  eventsOf: [() => typesOf(patterns.eventsOf('reg')), ['account-event']],
};

const tell = async (): Promise<void> => {
  const { context } = world;
  const seeded = created({ at: NOW, by: 'test', mutationId: 'seeded' });
  await world.putPatient({ clockFrom: '2026-06-01' });
  await world.putLink('ann');
  await world.putLink('ben', { confirmed: false });
  const regimen = {
    kind: 'routine' as const,
    productId: 'elocta',
    amount: { value: 2000, unit: 'IU' as const, moiety: 'FVIII' as const },
    anchor: '2026-06-10',
    schedule: { kind: 'every-days' as const, days: 2 },
    dosesPerDay: 1,
  };
  const planned = { mutationId: 'plan', passed: [], effectiveOn: '2026-06-10', regimens: [regimen] };
  const quiet = { mutationId: 'quiet', typedAt: NOW, passed: [], from: '2026-05-30', to: '2026-06-02' };
  const about = { ...DIARY, act: 'stock', today: '2026-06-10' } as About;
  const results = [
    await setPlan(context, world.staff(), { patient, id: 'plan-1', body: planned }),
    await recordTreatment(context, world.person('ann'), DIARY, 'dose', treatment('2026-06-10T07:30')),
    await confirmPeriod(context, world.person('ann'), DIARY, 'quiet', { ...quiet, answers: ['no-bleeds'] }),
    await startExport(context, world.staff(), {
      id: 'export-1',
      body: { mutationId: 'export', from: '2026-06-01', to: '2026-06-10' },
    }),
    await deliverStock(context, world.person('ann'), DIARY, { id: 'box', body: deliveredBody(about) }),
    await recallBatch(context, world.staff(), { id: 'recall-1', body: recallBody(about) }),
    await noteRecallContact(context, world.staff(), {
      id: 'recall-1',
      patient,
      body: recallContactBody(about),
    }),
  ];
  const other = await putOtherCentre(context);
  const given = await giveGrant({ ...context, ...other }, world.staff(), {
    patient,
    centre: OTHER.centre,
    body: {
      mutationId: 'grant',
      mayRecord: false,
      startsOn: '2026-06-10',
      endsOn: '2026-07-01',
      reason: 'Trip',
    },
  });
  const hidden = await withhold(context, world.staff(), {
    patient,
    what: 'entry',
    id: 'dose',
    body: {
      mutationId: 'hide',
      from: { carers: true, accounts: [], centres: [] },
      reason: 'Asked for',
      reviewOn: '2026-06-11',
    },
  });
  expect([given.ok, hidden.ok]).toEqual([true, true]);
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true, true]);
  const found = await context.store.queryAll({
    name: 'outboxOf',
    partition: outbox.key({ owner: { of: 'centre', centre }, at: '0', outbox: '0' }).pk,
    range: 'all',
    finds: [outbox],
  });
  const returned = { kind: 'bounce' as const, at: NOW };
  await context.store.put(outbox, { ...found[0]?.item, outbox: 'back', state: 'returned', returned });
  await context.store.put(recovery, {
    account: 'gone',
    first: 'registry',
    reason: 'Phone lost',
    endsAt: LATEST,
    ...created({ at: NOW, by: 'registry', mutationId: 'recovery' }),
  });
  const profile = await context.store.get(centreProfile, centreProfile.key({ centre }));
  await context.store.put(registryCentre, { ...profile });
  for (const version of [9, 10])
    await context.store.put(statement, {
      statement: version,
      publishedOn: '2026-06-01',
      changes: 'As before.',
      sections: [{ heading: 'What is kept', paragraphs: ['What you record.'] }],
      ...seeded,
    });
  const device = { account: 'reg', audience: 'registry', session: 's-1', browser: 'other', system: 'other' };
  const signedIn = { ...device, ...seeded };
  await context.store.put(session, { ...signedIn, username: 'reg', tokenHash: 'hash', rotatedAt: NOW });
  await context.store.put(accountEvent, { ...signedIn, event: 'e-1', at: NOW, what: 'signed-in' });
  await context.store.put(late, {
    ...DIARY,
    late: 'late-1',
    account: 'ann',
    madeAt: NOW,
    receivedAt: NOW,
    made: { kind: 'void', id: 'e-1', version: 1, body: { mutationId: 'late-1', reason: 'Typed twice' } },
    ...seeded,
  });
  await context.store.put(registryStaff, {
    account: 'reg',
    username: 'reg',
    displayName: 'A manager',
    job: 'manager',
    status: 'active',
    since: NOW,
    notBefore: 0,
    ...seeded,
  });
};

/** Everything the use cases say, as text: whoever asks the table names the pattern. */
const useCases = (): string =>
  readdirSync(join(root, 'shared/usecases'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, 'shared/usecases', file), 'utf8'))
    .join('\n');

describe('a pattern of the table', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
    await tell();
  });
  afterAll(() => world.stop());

  it.each(Object.entries(GIVES))('gives what it says: %s', async (_, [asked, expected]) => {
    expect(await asked()).toEqual(expected);
  });

  it('is tried here, each of them', () => {
    expect(Object.keys(GIVES).sort()).toEqual(Object.keys(patterns).sort());
  });

  it('puts every patient and mail in a shard that is asked', () => {
    for (const id of ['p1', 'export-1', '0199-some-id']) {
      expect(shardOf(id)).toBeGreaterThanOrEqual(0);
      expect(shardOf(id)).toBeLessThan(SHARDS);
    }
  });

  it('is asked by a use case', () => {
    const said = useCases();
    const unasked = Object.keys(patterns).filter((name) => !said.includes(`patterns.${name}(`));
    expect(unasked).toEqual([]);
  });
});
