import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '#contracts/route.ts';
import { routes } from '#contracts/routes.ts';
import { exportJob } from '#table/entities/centre.ts';
import { entry } from '#table/entities/diary.ts';
import { late } from '#table/entities/late.ts';
import { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { photo, picture } from '#table/entities/photo.ts';
import { NEVER_S, recall, stock } from '#table/entities/stock.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { REFUSED, VIEWS } from '#usecases/audit/view.ts';
import type { Person, StaffCaller } from '#usecases/ports/context.ts';
import type { Result } from '#usecases/result.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { centreHandlers } from '../../../functions/api/handlers/centre.ts';
import { diaryHandlers } from '../../../functions/api/handlers/diary.ts';
import { OTHER, otherStaff, putGrant, putOtherCentre } from '../../support/other-centre.ts';
import type { Directory } from '#usecases/ports/directory.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { SMALLEST_PHOTO } from '../../support/examples/smallest-photo.ts';
import { rememberedAccounts } from '../../support/no-accounts.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
let directory: Directory;

/** Routes that only read and show nothing of a patient, each with what they show. A new route is not among them. */
const SHOW_NO_PATIENT: Readonly<Record<string, string>> = {
  'get-me': 'the account’s own links, to the account itself; how each link came about is in the audit',
  'get-centre': 'the centre and the member of staff who asks',
  'list-staff': 'colleagues',
  'list-requests': 'what the account itself asked, to that account',
  'list-directory': 'names of centres',
  'get-reminders': 'what the account itself chose to be mailed about',
  'list-recalls': 'batches that the centre calls back',
  'get-statement': 'the privacy statement, to anyone',
  'list-statements': 'the versions of the statement, to anyone',
  'get-registry': 'the member of the registry who asks',
  'list-centres': 'centres',
  'get-centre-for-registry': 'a centre and its policy: IAM lets the registry reach no diary',
  'list-registry-staff': 'colleagues at the registry',
  'list-exports': 'dates of exports and who asked for them; opening one is a view',
};

const read: readonly Route[] = routes.filter((route: Route) => route.reads);
const views = read.filter(({ name }) => SHOW_NO_PATIENT[name] === undefined);

/** What a path, query or body may ask for, by name: a route that asks for anything else must be told here what to ask. */
const ASKED: Readonly<Record<string, string>> = {
  c: DIARY.centre,
  p: DIARY.patient,
  id: 'export-1',
  month: '2026-06',
  from: '2026-06-01',
  to: '2026-06-30',
  photo: 'photo-1',
};
const asked = (schema: Route['params']): unknown => {
  if (schema === undefined) return undefined;
  const needed = Object.entries(schema.shape).filter(([name]) => name in ASKED);
  return schema.parse(Object.fromEntries(needed.map(([name]) => [name, ASKED[name]])));
};

type AnyHandler = (input: unknown, caller: unknown, context: unknown) => Promise<Result<unknown>>;
const handlers = { ...diaryHandlers, ...centreHandlers } as unknown as Readonly<Record<string, AnyHandler>>;

/** Who calls a route: the diary’s own people, its centre’s staff, or those of the centre that it is shared with. */
const callerOf = ({ audience, path }: Route): Person | StaffCaller => {
  if (audience === 'diary') return world.person('ann');
  return path.startsWith('/v1/centre/shared') ? otherStaff(world) : world.staff('data-manager');
};

const call = (route: Route): Promise<Result<unknown>> => {
  const context = {
    ...world.context,
    ...directory,
    accounts: rememberedAccounts(),
    files: { write: () => Promise.resolve(), link: () => Promise.resolve('https://files.example/') },
  };
  const caller = callerOf(route);
  const input = {
    params: asked(route.params),
    query: asked(route.query),
    body: asked(route.body),
    ifMatch: undefined,
  };
  const handler = handlers[route.name];
  if (handler === undefined) throw new Error(`There is no handler for ${route.name}.`);
  return handler(input, caller, context);
};

const auditItems = async (): Promise<Stored<typeof audit>[]> => {
  const owners = [
    { of: 'diary', ...DIARY },
    { of: 'centre', centre: DIARY.centre },
    { of: 'centre', centre: OTHER.centre },
  ] as const;
  const found = await Promise.all(
    owners.map((owner) => world.context.store.queryAll(patterns.auditOf(owner))),
  );
  return found.flat().map(({ item }) => item);
};

const namesThePatient = ({ owner, shown }: Stored<typeof audit>): boolean => {
  if (owner.of === 'diary') return owner.patient === DIARY.patient;
  const away = owner.of === 'centre' && owner.centre !== DIARY.centre;
  const name = away ? `${DIARY.centre}/${DIARY.patient}` : DIARY.patient;
  return shown === 'everyone' || shown?.includes(name) === true;
};

describe('whoever sees a patient', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
    await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
    await world.putLink('ann');
    await world.putLink('ben', { confirmed: false });
    directory = await putOtherCentre(world.context);
    await putGrant(world.context);
    const photoIds = {
      ...DIARY,
      photo: 'photo-1',
      ...created({ at: NOW, by: 'test', mutationId: 'seeded' }),
    };
    await world.context.store.put(photo, {
      ...photoIds,
      bleed: 'export-1',
      contentType: 'image/jpeg',
      bytes: 22,
    });
    await world.context.store.put(picture, { ...photoIds, data: SMALLEST_PHOTO });
    // Of the same id, which is all that paths are given here.
    await world.context.store.put(entry, {
      ...DIARY,
      entry: 'export-1',
      data: { kind: 'confirmation', from: '2026-06-01', to: '2026-06-02', answers: ['no-bleeds'] },
      localAt: '2026-06-01',
      instantAt: NOW,
      day: '2026-06-01',
      source: 'web',
      typedAt: NOW,
      receivedAt: NOW,
      passed: [],
      recordedBy: { account: 'ann', staff: false },
      ...created({ at: NOW, by: 'ann', mutationId: 'seeded' }),
    });
    // What waits for the centre: a look at an empty list shows nothing of anybody, and is no view.
    await world.context.store.put(late, {
      ...DIARY,
      late: 'late-1',
      account: 'ended',
      madeAt: NOW,
      receivedAt: NOW,
      made: {
        kind: 'not-taken',
        id: 'late-1',
        body: { mutationId: 'late-1', typedAt: NOW, passed: [], from: '2026-06-08', to: '2026-06-08' },
      },
      ...created({ at: NOW, by: 'ended', mutationId: 'late-1' }),
    });
    await world.context.store.put(recall, {
      centre: DIARY.centre,
      recall: 'export-1',
      product: 'elocta',
      batch: 'AB1',
      normalisedBatch: 'AB1',
      since: '2026-06-01',
      note: 'Of the same id',
      ...created({ at: NOW, by: 'test', mutationId: 'seeded' }),
    });
    await world.context.store.put(stock, {
      ...DIARY,
      product: 'elocta',
      strength: 2000,
      batch: 'AB1',
      normalisedBatch: 'AB1',
      count: 2,
      drawn: 0,
      stockedAt: NOW,
      ...created({ at: NOW, by: 'test', mutationId: 'seeded' }, NEVER_S),
    });
    await world.context.store.put(exportJob, {
      centre: DIARY.centre,
      export: 'export-1',
      from: '2026-06-01',
      to: '2026-06-10',
      askedAt: NOW,
      askedBy: { account: 'staff-data-manager', name: 'data-manager' },
      state: 'ready',
      objectKey: 'centre/larkfield/export-1.xlsx',
      ...created({ at: NOW, by: 'test', mutationId: 'seeded' }),
    });
  });
  afterAll(() => world.stop());

  it.each(views.map((route) => [route.name, route] as const))(
    'leaves an audit item that names patient and person: %s',
    async (_name, route) => {
      const before = new Set((await auditItems()).map((item) => item.audit));
      expect(await call(route)).toMatchObject({ ok: true });
      const left = (await auditItems()).filter((item) => !before.has(item.audit));
      expect(new Set(left.map(({ actor }) => actor.account))).toEqual(new Set([callerOf(route).account]));
      expect(left.filter((item) => namesThePatient(item))).toHaveLength(1);
      expect(VIEWS as readonly string[]).toContain(left[0]?.action);
    },
  );

  it('by every way in the list of views, and by no other', async () => {
    const used = new Set((await auditItems()).map(({ action }) => action));
    expect([...used].sort()).toEqual([...VIEWS].sort());
  });

  it('the routes that show no patient are still there', () => {
    const names = read.map(({ name }) => name);
    expect(Object.keys(SHOW_NO_PATIENT).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('is told apart from whoever was refused', async () => {
    const stranger = world.person('stranger');
    expect(await viewMonth(world.context, stranger, DIARY, '2026-06')).toMatchObject({ ok: false });
    const [refused, look] = (await auditItems())
      .filter(({ actor }) => actor.account === 'stranger')
      .sort((a, b) => (a.audit < b.audit ? 1 : -1));
    expect(look).toMatchObject({ action: 'view-month', about: '2026-06' });
    expect(refused).toMatchObject({ action: REFUSED, about: look?.audit, reason: 'not-found' });
  });
});
