import { beforeEach, describe, expect, it } from 'vitest';
import { routes, type RouteName } from '#contracts/routes.ts';
import { normaliseBatch } from '#domain/batch.ts';
import { managerCount, registryStaff, staff } from '#table/entities/centre.ts';
import { link } from '#table/entities/diary.ts';
import { handover } from '#table/entities/handover.ts';
import { late } from '#table/entities/late.ts';
import { resetCode } from '#table/entities/sign-in.ts';
import { state } from '#table/entities/state.ts';
import { NEVER_S, recall, stock, stockMovement } from '#table/entities/stock.ts';
import { created } from '#table/item.ts';
import type { RegistryCaller } from '#usecases/ports/context.ts';
import type { Result } from '#usecases/result.ts';
import { readDirectory } from '#usecases/sharing/list-directory.ts';
import { resetHash } from '#usecases/session/invitation-code.ts';
import { centreHandlers } from '../../../functions/api/handlers/centre.ts';
import { diaryHandlers } from '../../../functions/api/handlers/diary.ts';
import { registryHandlers } from '../../../functions/api/handlers/registry.ts';
import type { AnyInput } from '../../../functions/middleware/read-input.ts';
import { auditsOf } from '../../support/audits-of.ts';
import { DIARY, STATEMENT, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { meanwhile } from '../../support/meanwhile.ts';
import { putGrant, putOtherCentre } from '../../support/other-centre.ts';
import { bleedBody } from '../../support/examples/bodies.ts';
import { corrections } from '../../support/examples/corrections.ts';
import type { About } from '../../support/examples/example.ts';
import { examples } from '../../support/examples/examples.ts';
import { SHARED } from '../../support/examples/shared-examples.ts';
import { heldBox, KNOWN_DELIVERY, KNOWN_RECALL } from '../../support/examples/stock-bodies.ts';
import { rememberedAccounts } from '../../support/no-accounts.ts';

const NOW = '2026-06-10T12:00:00Z';
const { centre: c, patient: p } = DIARY;
const ACCOUNT = 'ann';
const registry: RegistryCaller = {
  kind: 'registry',
  account: 'reg',
  username: 'reg',
  issuedAt: 1_800_000_000,
  job: 'manager',
};

let world: DiaryWorld;
const seeded = created({ at: NOW, by: 'test', mutationId: 'seeded' });
const files = { write: () => Promise.resolve(), link: () => Promise.resolve('') };
/** Of the same account, for acts on two diaries. */
const BROTHER = { centre: c, patient: 'brother' };
const asPerson = () => [{ ...world.person(ACCOUNT), diaries: [DIARY, BROTHER] }, world.context] as const;
const asStaff = () =>
  [
    world.staff(),
    {
      ...world.context,
      accounts: rememberedAccounts(),
      files,
      directory: readDirectory(world.context.store),
    },
  ] as const;
const asRegistry = () => [registry, { ...world.context, accounts: rememberedAccounts() }] as const;

const about = (act: string, more: Partial<About> = {}): About => ({
  centre: c,
  patient: p,
  account: ACCOUNT,
  colleague: 'staff-second',
  entry: 'mine',
  version: 1,
  fresh: 'new-one',
  act,
  today: '2026-06-10',
  statement: STATEMENT,
  ...more,
});

const s = centreHandlers;
type Does = (act: string) => Promise<Result<unknown>>;
/** A handler after its types have done their work: the example is of the same route. */
type AnyHandler = (input: AnyInput, caller: unknown, context: unknown) => Promise<Result<unknown>>;

/** Where this test's world differs from what the examples take for granted. */
const OTHERWISE: { readonly [N in RouteName]?: Partial<About> } = {
  'void-patient-entry': { entry: 'theirs' },
  // Of somebody whose written consent is still missing.
  'put-consent': { patient: 'kim' },
  'end-grant': { patient: 'kim' },
  'lift-withheld': { entry: 'theirs' },
  'put-photo': { bleed: 'my-bleed' },
  'void-photo': { bleed: 'my-bleed', photo: 'my-photo' },
  'answer-request': { entry: 'asked' },
  // Only whoever's link had ended hands over late.
  'hand-over-late': { patient: 'kim' },
  // The registry helps only where one data manager is left, and only a colleague of its own.
  'recover-centre': { centre: SHARED.centre },
  'recover-colleague': { fresh: 'reg-second' },
  // No statement is published yet.
  'put-statement': { statement: 0 },
};
/**
 * Acts that the end of a link is the condition of, not the end (docs/adr/0010): sent after it they are answered
 * "received", which says nothing of the diary.
 */
const AFTER_THE_END: ReadonlySet<string> = new Set<RouteName>(['hand-over-late']);
const CORRECTED: { readonly [N in RouteName]?: Partial<About> } = {
  'put-bleed': { entry: 'my-bleed' },
  'put-patient-bleed': { entry: 'my-bleed' },
  'put-patient': { patient: 'kim' },
  'put-shared-treatment': { entry: 'ours' },
  'put-shared-bleed': { entry: 'our-bleed' },
};

const handle = (name: RouteName, input: AnyInput): Promise<Result<unknown>> => {
  const [handlers, caller, context] = {
    diary: () => [diaryHandlers, ...asPerson()] as const,
    centre: () => [centreHandlers, ...asStaff()] as const,
    registry: () => [registryHandlers, ...asRegistry()] as const,
    open: () => expect.fail('Nobody is signed in there.'),
  }[routes.find((route) => route.name === name)?.audience ?? 'open']();
  const handler = (handlers as Readonly<Record<string, unknown>>)[name] as AnyHandler;
  return handler(input, caller, context);
};

const writes = routes.filter(({ audience, reads }) => audience !== 'open' && !reads);

const isCorrection = (name: RouteName): name is keyof typeof corrections => name in corrections;

/** Every act that somebody signed in can do, by its route's name; then those that correct with `If-Match`. */
const ACTS: readonly (readonly [string, Does])[] = [
  ...writes.map(({ name }): [string, Does] => [
    name,
    (act) => handle(name, examples[name](about(act, OTHERWISE[name]))),
  ]),
  ...writes.flatMap(({ name }): [string, Does][] =>
    isCorrection(name)
      ? [[`${name}, correcting`, (act) => handle(name, corrections[name](about(act, CORRECTED[name])))]]
      : [],
  ),
];

const seed = async (): Promise<void> => {
  const { store } = world.context;
  await world.putPatient({
    channel: 'paper',
    clockFrom: '2026-05-01',
    recording: { stage: 'due', since: NOW, openDoses: [] },
  });
  await world.putPatient({ patient: 'kim', consent: { state: 'needed' } });
  await world.putLink(ACCOUNT);
  await world.putPatient(BROTHER);
  await world.putLink(ACCOUNT, BROTHER);
  await world.putLink(ACCOUNT, { patient: 'kim', endedAt: '2026-01-02T00:00:00Z' });
  for (const [id, name] of [
    ['mine', 'put-treatment'],
    ['theirs', 'put-treatment'],
    ['my-bleed', 'put-bleed'],
    ['asked', 'put-request'],
  ] as const)
    expect([id, await handle(name, examples[name](about(`seed-${id}`, { fresh: id })))]).toMatchObject([
      id,
      { ok: true },
    ]);
  await putOtherCentre(world.context);
  await world.putPatient({ ...SHARED });
  await putGrant(world.context, { ...SHARED, grantee: c });
  await putGrant(world.context, { patient: 'kim' });
  for (const [name, more] of [
    ['put-shared-treatment', { fresh: 'ours' }],
    ['put-shared-bleed', { fresh: 'our-bleed' }],
    ['put-withheld', { entry: 'theirs' }],
    ['put-photo', { bleed: 'my-bleed', fresh: 'my-photo' }],
  ] as const)
    expect([name, await handle(name, examples[name](about(`seed-${name}`, more)))]).toMatchObject([
      name,
      { ok: true },
    ]);
  const { productId: product, strength, batch } = heldBox;
  // One box: after the act that takes it there is none, and the same act again is no new one.
  await store.put(stock, {
    ...DIARY,
    product,
    strength,
    batch,
    normalisedBatch: normaliseBatch(batch),
    count: 1,
    drawn: 0,
    stockedAt: '2026-01-01T00:00:00Z',
    ...seeded,
    expiresAt: NEVER_S,
  });
  await store.put(recall, {
    centre: DIARY.centre,
    recall: KNOWN_RECALL,
    product,
    batch: 'RC 5511',
    normalisedBatch: 'RC5511',
    since: '2026-01-01',
    note: 'By the maker',
    ...seeded,
  });
  await store.put(stockMovement, {
    ...DIARY,
    movement: KNOWN_DELIVERY,
    kind: 'delivered',
    on: '2026-01-01',
    how: 'typed',
    lines: [{ product, strength, batch, normalisedBatch: normaliseBatch(batch), count: 1 }],
    recordedBy: { account: 'somebody', staff: true },
    typedAt: '2026-01-01T00:00:00Z',
    ...seeded,
  });
  await store.put(handover, {
    ...DIARY,
    name: 'Example, Robin',
    age: 16,
    dueOn: '2030-03-09',
    dueAt: '2030-03-09T08:00:00Z',
    ...seeded,
  });
  await store.put(late, {
    ...DIARY,
    late: 'known-late',
    account: 'somebody',
    madeAt: '2026-01-01T00:00:00Z',
    receivedAt: NOW,
    made: { kind: 'bleed', id: 'came-late', body: bleedBody(about('came-late')) },
    ...seeded,
  });
  const second = await store.get(staff, staff.key(world.staff()));
  await store.put(staff, { ...second, account: 'staff-second', username: 'second' });
  await store.put(managerCount, { centre: c, active: 2, ...seeded });
  await store.put(managerCount, { centre: SHARED.centre, active: 1, ...seeded });
  for (const account of [registry.account, 'reg-second'])
    await store.put(registryStaff, {
      account,
      username: account,
      displayName: 'A manager',
      job: 'manager',
      status: 'active',
      since: NOW,
      notBefore: 0,
      ...seeded,
    });
};

/** Ends the link and the jobs of all who ask here, as an ended membership stands in the table. */
const endEverybody = async (): Promise<void> => {
  const { store } = world.context;
  for (const diary of [DIARY, BROTHER]) {
    const person = link.key({ ...diary, account: ACCOUNT });
    const mine = await store.get(link, person);
    await store.put(link, { ...mine, endedAt: NOW, version: (mine?.version ?? 0) + 1 });
  }
  const { account } = world.staff();
  const job = await store.get(staff, staff.key({ centre: c, account }));
  await store.put(staff, { ...job, status: 'ended' });
  const colleague = await store.get(registryStaff, registryStaff.key(registry));
  await store.put(registryStaff, { ...colleague, status: 'ended' });
};

const endGrant = (): Promise<void> =>
  putGrant(world.context, { ...SHARED, grantee: c, endedAt: NOW, version: 2 });

/** What ends even the right to hand over late: the token itself is no longer good. */
const signOutEverywhere = async (): Promise<void> => {
  const { store } = world.context;
  const key = link.key({ centre: c, patient: 'kim', account: ACCOUNT });
  const notBefore = world.person(ACCOUNT).issuedAt + 1;
  await store.put(link, { ...(await store.get(link, key)), notBefore });
};

describe('an act that is sent twice', () => {
  let act = '';
  let acts = 0;
  beforeEach(async () => {
    world = await startDiaryWorld(NOW);
    await seed();
    act = `act-under-test-${String((acts += 1))}`;
    return () => world.stop();
  });

  it('is tried here for every route that writes for somebody signed in', () => {
    const corrects = routes.filter(
      ({ ifMatch, name }) => ifMatch && examples[name](about('any')).ifMatch === undefined,
    );
    expect(Object.keys(corrections).sort()).toEqual(corrects.map(({ name }) => name).sort());
    expect(ACTS).toHaveLength(writes.length + corrects.length);
  });

  it.each(ACTS)(
    'is done once and answered alike, and no more to whoever may not do it by then: %s',
    async (name, does) => {
      const first = await does(act);
      expect(first).toMatchObject({ ok: true });
      const audits = await auditsOf(world.table, act);
      expect(audits).toBeGreaterThan(0);
      expect(await does(act)).toEqual(first);
      expect(await auditsOf(world.table, act)).toBe(audits);
      await endEverybody();
      if (AFTER_THE_END.has(name)) {
        expect(await does(act)).toEqual({ ok: true, value: { received: true } });
        expect(await auditsOf(world.table, act)).toBe(audits);
        await signOutEverywhere();
      }
      expect(await does(act)).toMatchObject({ ok: false });
    },
  );
});

/** Acts that put something into a diary, or change what is in it. */
const RECORDS =
  /(?:treatment|bleed|not-taken|confirmation|entry|delivered|counted|wasted|warmed|taken-back|photo)/u;
const isClosing = (name: string): boolean => RECORDS.test(name) && !name.startsWith('put-shared');

describe('an act of somebody', () => {
  const act = 'act-under-test';
  beforeEach(async () => {
    world = await startDiaryWorld(NOW);
    await seed();
    return () => world.stop();
  });
  const meanwhileHere = (happens: () => Promise<unknown>): void => {
    world = { ...world, context: meanwhile(world.context, happens) };
  };

  it.each(ACTS.filter(([name]) => !AFTER_THE_END.has(name)))(
    'who loses the right to it at that very moment is not done: %s',
    async (name, does) => {
      // The job at the other centre lies outside the credentials of a shared diary, and is read before; the grant is in it.
      meanwhileHere(name.startsWith('put-shared') ? endGrant : endEverybody);
      await does(act);
      expect(await auditsOf(world.table, act)).toBe(0);
    },
  );

  it.each(ACTS.filter(([name]) => isClosing(name)))(
    'whose diary closes at that very moment is not done: %s',
    async (_name, does) => {
      const { store } = world.context;
      const close = async () => {
        const found = await store.get(state, state.key(DIARY));
        const version = (found?.version ?? 0) + 1;
        await store.put(state, { ...found, stop: { at: NOW, reason: 'left' }, version });
      };
      meanwhileHere(close);
      expect(await does(act)).toMatchObject({ ok: false });
      expect(await auditsOf(world.table, act)).toBe(0);
    },
  );
});

describe('a code that is shown once', () => {
  beforeEach(async () => {
    world = await startDiaryWorld(NOW);
    await seed();
    return () => world.stop();
  });

  it('is made again for a lost password, under the same audit: the first was seen by nobody', async () => {
    const recover = () =>
      s['recover-account'](
        {
          ...examples['recover-account'](about('lost')),
          body: { mutationId: 'lost', lost: 'password', identityCheckedBy: 'in-person' },
        },
        ...asStaff(),
      );
    const key = resetCode.key({ ...DIARY, account: ACCOUNT });
    for (let time = 0; time < 2; time += 1) {
      const answer = await recover();
      const code = answer.ok ? (answer.value.code ?? '') : '';
      expect((await world.context.store.get(resetCode, key))?.hash).toBe(resetHash(code));
    }
    expect(await auditsOf(world.table, 'lost')).toBe(1);
  });

  it('is not answered for an invitation that was made before, though others wrote in between', async () => {
    const invite = () =>
      s['invite-person'](
        {
          ...examples['invite-person'](about('print', { fresh: 'inv-print' })),
          body: { mutationId: 'print', relation: 'parent', mayRecord: true, by: 'print', name: 'A carer' },
        },
        ...asStaff(),
      );
    const first = await invite();
    expect(first.ok && first.value.code).toMatch(/^.{4}-.{4}-.{4}$/u);
    expect(await s['note-contact'](examples['note-contact'](about('between')), ...asStaff())).toMatchObject({
      ok: true,
    });
    const again = await invite();
    expect(again).toMatchObject({ ok: true, value: { id: 'inv-print' } });
    expect(again.ok && again.value).not.toHaveProperty('code');
    expect(await auditsOf(world.table, 'print')).toBe(1);
  });
});
