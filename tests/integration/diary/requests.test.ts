import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { link } from '#table/entities/diary.ts';
import { request } from '#table/entities/request.ts';
import { outbox } from '#table/entities/system.ts';
import { created } from '#table/item.ts';
import { listWorklist } from '#usecases/centre/list-worklist.ts';
import { readPatient } from '#usecases/patient/read-patient.ts';
import { answerRequest, askRequest, listRequests } from '#usecases/rights/requests.ts';
import { newProof } from '#usecases/session/proof.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { meanwhile } from '../../support/meanwhile.ts';
import { valueOf } from '../../support/value-of.ts';

let world: DiaryWorld;
let proof: string;

const ask = (account = 'self', id = 'ask-1', mutationId = `act-${id}`) =>
  askRequest(world.context, world.person(account), DIARY, {
    id,
    body: { mutationId, what: 'withdrawal', text: 'I want to stop', proof },
  });
const answer = (state: 'seen' | 'decided', mutationId: string, context = world.context) =>
  answerRequest(context, world.staff(), {
    patient: DIARY.patient,
    id: 'ask-1',
    body: { mutationId, state, ...(state === 'decided' ? { answer: 'We have closed the diary' } : {}) },
  });
const listOf = async (account: string) =>
  valueOf(await listRequests(world.context, world.person(account), DIARY)).items;
const worklist = async () =>
  valueOf(await listWorklist(world.context, world.staff(), undefined)).items.filter(
    ({ kind }) => kind === 'request',
  );
const mails = async () => {
  const owner = { of: 'centre', centre: DIARY.centre } as const;
  const found = await world.context.store.queryAll({
    name: 'outboxOf',
    partition: outbox.key({ owner, at: '0', outbox: '0' }).pk,
    range: 'all',
    finds: [outbox],
  });
  return found.flatMap(({ item }) => (item.job.kind === 'mail' ? [item.job] : []));
};

beforeEach(async () => {
  world = await startDiaryWorld('2026-06-10T08:00:00Z');
  await world.putPatient();
  const made = newProof(world.context);
  proof = made.proof;
  const proved = { proof: made.kept };
  await world.putLink('self', { relation: 'self', statementAgreed: 1, mayRecord: false, ...proved });
  await world.putLink('carer', proved);
});
afterEach(() => world.stop());

describe('a request', () => {
  it('is asked by who may not record and has not agreed, once however often it is sent', async () => {
    const first = valueOf(await ask());
    expect(first).toMatchObject({ what: 'withdrawal', state: 'asked', version: 1 });
    expect(valueOf(await ask())).toEqual(first);
    expect(await ask('self', 'ask-1', 'another')).toMatchObject({ failure: { code: 'taken' } });
    expect(await listOf('self')).toEqual([first]);
  });

  it('asks for the password of a moment ago, except for a review', async () => {
    const send = (what: 'review' | 'deletion' | 'withdrawal', given?: string) =>
      askRequest(world.context, world.person('self'), DIARY, {
        id: `${what}-${String(given?.length ?? 0)}`,
        body: { mutationId: `act-${what}`, what, ...(given === undefined ? {} : { proof: given }) },
      });
    const needed = { failure: { code: 'proof-needed' } };
    expect(await send('deletion')).toMatchObject(needed);
    expect(await send('withdrawal', 'x'.repeat(43))).toMatchObject(needed);
    expect(await send('review')).toMatchObject({ ok: true });
    expect(await listOf('self')).toHaveLength(1);
    world.at('2026-06-10T08:05:00Z');
    expect(await send('deletion', proof)).toMatchObject(needed);
  });

  it('is told to whoever asked and to the centre, and to no other carer', async () => {
    valueOf(await ask());
    expect(await listOf('carer')).toEqual([]);
    const patient = valueOf(await readPatient(world.context, world.staff(), DIARY.patient));
    expect(patient.requests).toMatchObject([{ id: 'ask-1', name: 'Name of self', text: 'I want to stop' }]);
    expect(await worklist()).toMatchObject([
      { about: 'ask-1', what: 'withdrawal', state: 'asked', name: 'Name of self', relation: 'self' },
    ]);
  });

  it('is seen, and then decided in words, which stands; then nobody waits any more', async () => {
    valueOf(await ask());
    expect(valueOf(await answer('seen', 'see'))).toMatchObject({ state: 'seen' });
    expect(await worklist()).toMatchObject([{ state: 'seen' }]);
    valueOf(await answer('decided', 'decide'));
    expect(valueOf(await answer('decided', 'decide'))).toMatchObject({ version: 3 });
    expect(await answer('decided', 'again')).toMatchObject({ failure: { code: 'not-now' } });
    expect(await listOf('self')).toMatchObject([
      { state: 'decided', answer: 'We have closed the diary', decidedAt: '2026-06-10T08:00:00.000Z' },
    ]);
    expect(await worklist()).toEqual([]);
    // One mail, which says nothing of what was asked or answered.
    expect(await mails()).toMatchObject([
      { message: 'request-answered', to: 'self@example.org', values: {} },
    ]);
  });

  it('is asked by nobody whose link has ended, or whose consent was revoked', async () => {
    await world.putLink('gone', { endedAt: '2026-06-01T00:00:00Z' });
    await world.putLink('revoked', { consent: 'revoked' });
    for (const account of ['gone', 'revoked', 'stranger'])
      expect([account, await ask(account)]).toMatchObject([account, { failure: { code: 'not-found' } }]);
    expect(await world.context.store.get(link, link.key({ ...DIARY, account: 'stranger' }))).toBeUndefined();
    expect(await worklist()).toEqual([]);
  });

  it('is nothing to a token for another diary, and has an end of one account', async () => {
    const elsewhere = { ...world.person('self'), diaries: [] };
    const body = { mutationId: 'elsewhere', what: 'review' as const };
    expect(await askRequest(world.context, elsewhere, DIARY, { id: 'elsewhere', body })).toMatchObject({
      failure: { code: 'not-found' },
    });
    const { store } = world.context;
    for (let n = 0; n < 50; n += 1)
      await store.put(request, {
        ...DIARY,
        request: `ask-${String(n)}`,
        account: 'self',
        what: 'review',
        askedAt: '2026-06-01T08:00:00Z',
        state: 'asked',
        ...created({ at: '2026-06-01T08:00:00Z', by: 'test', mutationId: `old-${String(n)}` }),
      });
    expect(await ask('self', 'one-more')).toMatchObject({ failure: { fields: [{ reason: 'too-many' }] } });
    expect(await ask('carer', 'of-another')).toMatchObject({ ok: true });
  });

  it.each([
    ['whose link ends', { endedAt: '2026-06-10T08:00:00Z' }, 'not-found'],
    ['whose consent is revoked', { consent: 'revoked' as const }, 'not-found'],
    ['who is signed out everywhere', { notBefore: 9_999_999_999 }, 'signed-out'],
  ])('is not asked by somebody %s at that very moment', async (_, more, code) => {
    const happens = () => world.putLink('self', { relation: 'self', ...more });
    const body = { mutationId: 'late', what: 'review' as const };
    const late = meanwhile(world.context, happens, 'may-ask');
    expect(await askRequest(late, world.person('self'), DIARY, { id: 'late', body })).toMatchObject({
      failure: { code },
    });
    expect(await worklist()).toEqual([]);
  });

  it('is answered to nobody whose link has ended, and not over what a colleague decides just then', async () => {
    valueOf(await ask());
    await world.putLink('self', { relation: 'self', endedAt: '2026-06-10T08:00:00Z' });
    const late = meanwhile(world.context, () => answer('decided', 'first'), 'request');
    expect(await answer('seen', 'second', late)).toMatchObject({ failure: { code: 'busy' } });
    expect(await mails()).toEqual([]);
    const patient = valueOf(await readPatient(world.context, world.staff(), DIARY.patient));
    expect(patient.requests).toMatchObject([{ state: 'decided' }]);
  });
});
