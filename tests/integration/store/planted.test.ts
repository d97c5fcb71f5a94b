import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registryStaff, staff } from '#table/entities/centre.ts';
import { entry, link } from '#table/entities/diary.ts';
import { grant } from '#table/entities/sharing.ts';
import { state } from '#table/entities/state.ts';
import { created, toItem, type Item } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { OTHER, putGrant, putOtherCentre } from '../../support/other-centre.ts';

const NOW = '2026-06-10T12:00:00Z';
const { centre, patient } = DIARY;
const seeded = created({ at: NOW, by: 'test', mutationId: 'seeded' });

let world: DiaryWorld;
const plant = (item: Item): Promise<void> => world.table.plant(item);
const read = async (pattern: patterns.Pattern): Promise<string[]> =>
  (await world.context.store.queryAll(pattern)).map(({ item }) => item.createdBy);

/** Where a centre or a diary of its own choice may write anything. */
const ELSEWHERE = { pk: 'CENTRE#evil#PATIENT#p9', sk: 'PLANTED' };
const someone = {
  account: 'ann',
  username: 'ann',
  displayName: 'Ann',
  status: 'active' as const,
  since: NOW,
  notBefore: 0,
  ...seeded,
  createdBy: 'planted',
};

describe('an item with the index keys of somebody else', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
    await putOtherCentre(world.context);
    await world.putPatient();
    await world.putLink('ann');
    await putGrant(world.context);
    await recordTreatment(world.context, world.person('ann'), DIARY, 'dose', treatment('2026-06-10T07:30'));
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    (world.table.strays as string[]).length = 0;
  });

  it('gives nobody a job at the registry or at a centre', async () => {
    const before = await read(patterns.linkedTo('ann'));
    await plant({ ...toItem(registryStaff, { ...someone, job: 'manager' }), ...ELSEWHERE });
    await plant({
      ...toItem(staff, { ...someone, centre, job: 'consultant' }),
      ...ELSEWHERE,
      sk: 'STAFF#ann',
    });
    expect(await read(patterns.linkedTo('ann'))).toEqual(before);
    expect(world.table.strays).toEqual(['account']);
  });

  it('gives nobody a link to the diary of another centre', async () => {
    const [first] = await world.context.store.queryAll(patterns.linksOf(centre, patient));
    if (first === undefined) throw new Error('There is no link.');
    const theirs = { ...first.item, account: 'kim', createdBy: 'planted' };
    await plant({ ...toItem(link, theirs), ...ELSEWHERE });
    expect(await read(patterns.linkedTo('kim'))).toEqual([]);
  });

  it('shares no diary of another centre', async () => {
    const before = await read(patterns.sharedWith(OTHER.centre));
    const [first] = await world.context.store.queryAll(patterns.grantsOf(centre, patient));
    if (first === undefined) throw new Error('There is no grant.');
    await plant({ ...toItem(grant, { ...first.item, createdBy: 'planted' }), ...ELSEWHERE });
    expect(await read(patterns.sharedWith(OTHER.centre))).toEqual(before);
    expect(before).not.toEqual([]);
  });

  it('adds no patient to a roster and nothing to a worklist, whatever its own fields say', async () => {
    const real = toItem(state, await world.state());
    const roster = async () =>
      (await world.context.store.queryProjected(patterns.rosterOf(centre, ''))).items.map((row) => row['pk']);
    const [before, work] = [await roster(), await read(patterns.worklistOf(centre))];
    const worklist = { worklistPk: `CENTRE#${centre}#WORKLIST`, worklistSk: `1#${NOW}#p9` };
    await plant({ ...real, ...worklist, ...ELSEWHERE });
    // Fields of its own diary, so that they fit its primary key: then the index keys don't fit them.
    await plant({ ...real, ...worklist, centre: 'evil', patient: 'p9', pk: ELSEWHERE.pk, sk: 'STATE' });
    expect(await roster()).toEqual(before);
    expect(await read(patterns.worklistOf(centre))).toEqual(work);
    expect(before).toHaveLength(1);
    expect(world.table.strays).toEqual(['roster', 'worklist']);
  });

  it('stands on no other day of a diary and in no other centre’s export', async () => {
    const days = patterns.entriesBetween(centre, patient, '2026-01-01', '2026-12-31');
    const month = patterns.centreEntries(centre, '2026-06', '2026-06-01', '2026-06-30');
    const [found] = await world.context.store.queryAll(days);
    if (found === undefined) throw new Error('There is no entry.');
    const real = toItem(entry, found.item);
    await plant({ ...real, sk: 'ENTRY#planted', entry: 'planted', at: '2026-02-02T08:00#treatment#planted' });
    await plant({ ...real, ...ELSEWHERE });
    expect(await read(days)).toHaveLength(1);
    expect(await read(month)).toHaveLength(1);
    expect(world.table.strays).toEqual(['timeline', 'centreTime']);
  });

  it('of no type that we know, or without fields that make a key, is left out as well', async () => {
    const links = await read(patterns.linkedTo('ann'));
    const at = { accountPk: 'ACCOUNT#ann', accountSk: 'zzz' };
    await plant({ ...ELSEWHERE, sk: 'A', type: 'link', ...at });
    await plant({ ...ELSEWHERE, sk: 'B', type: 'nothing-known', ...at });
    await plant({ ...ELSEWHERE, sk: 'C', type: 'toString', ...at });
    expect(await read(patterns.linkedTo('ann'))).toEqual(links);
    expect(world.table.strays).toEqual(['account', 'account']);
  });
});
