import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HandoverBody } from '#contracts/handover.ts';
import { consent, link } from '#table/entities/diary.ts';
import { handover } from '#table/entities/handover.ts';
import { outbox } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { created } from '#table/item.ts';
import { pattern } from '#table/pattern.ts';
import { askHandover } from '#usecases/patient/ask-handover.ts';
import { decideHandover } from '#usecases/patient/decide-handover.ts';
import { planHandover } from '#usecases/patient/plan-handover.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { meanwhile } from '../../support/meanwhile.ts';

const NOW = '2026-06-12T12:00:00Z';
const stamp = { at: NOW, by: 'test', mutationId: 'seeded' };
const KEY = handover.key(DIARY);
let world: DiaryWorld;

const put = (more: Partial<Stored<typeof handover>> = {}) =>
  world.context.store.put(handover, {
    ...DIARY,
    name: 'Example, Robin',
    age: 16,
    dueOn: '2026-06-12',
    dueAt: '2026-06-12T07:00:00Z',
    ...created(stamp),
    ...more,
  });
const found = () => world.context.store.get(handover, KEY);
const ask = (context = world.context) => askHandover(context, KEY, Temporal.Instant.from(NOW));
const decide = (links: HandoverBody['links'], more: Partial<HandoverBody> = {}, context = world.context) =>
  decideHandover(context, world.staff(), {
    patient: DIARY.patient,
    body: { mutationId: 'decide', links, ...more },
  });
const linkOf = (account: string) => world.context.store.get(link, link.key({ ...DIARY, account }));
const keep = { account: 'mum', decision: 'keep' } as const;
const SIGNED = { givenBy: 'Robin Example', on: '2026-06-12', formReference: 'F-16' };

beforeEach(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient();
  await world.putLink('self', { relation: 'self' });
  await world.putLink('mum');
  return () => world.stop();
});

describe('the centre is not asked', () => {
  it.each([
    ['before the day', { dueAt: '2026-06-13T07:00:00Z' }],
    ['a second time', { askedAt: '2026-06-12T08:00:00Z' }],
  ])('%s', async (_, more) => {
    await put(more);
    const before = await found();
    expect(await ask()).toBe('skipped');
    expect(await found()).toEqual(before);
  });

  it('about a diary that is closed', async () => {
    await world.putPatient({ stop: { at: NOW, reason: 'left' } });
    await put();
    expect(await ask()).toBe('looked');
    expect(await found()).toMatchObject({ doneAt: '2026-06-12T12:00:00Z' });
    expect(await found()).not.toHaveProperty('askedAt');
  });

  it('about what was decided at that very moment', async () => {
    await put();
    const done = () => put({ doneAt: NOW, version: 2 });
    expect(await ask(meanwhile(world.context, done, 'handover'))).toBe('skipped');
    expect(await found()).not.toHaveProperty('askedAt');
  });

  it('anew where the birth date is corrected later', async () => {
    await put({ askedAt: NOW });
    expect(await planHandover(world.context, await world.state(), stamp)).toEqual([]);
  });
});

describe('a decision', () => {
  it('is made once', async () => {
    await put({ doneAt: NOW });
    expect(await decide([keep])).toMatchObject({ failure: { code: 'not-now' } });
  });

  it('is for the carers who are linked now, and not for one whose link has ended', async () => {
    await put();
    await world.putLink('gran', { endedAt: '2026-01-01T00:00:00Z' });
    const gran = { account: 'gran', decision: 'keep' } as const;
    expect(await decide([keep, gran])).toMatchObject({ failure: { code: 'invalid' } });
    expect(await decide([gran])).toMatchObject({ failure: { code: 'invalid' } });
    expect(await decide([keep])).toMatchObject({ ok: true });
    expect((await linkOf('gran'))?.endedAt).toBe('2026-01-01T00:00:00Z');
  });

  it('takes no consent of a day to come, and keeps the one that was signed', async () => {
    await put();
    expect(await decide([keep], { consent: { ...SIGNED, on: '2026-06-13' } })).toMatchObject({
      failure: { fields: [{ pointer: '/consent/on', reason: 'in-the-future' }] },
    });
    expect(await decide([keep], { consent: SIGNED })).toMatchObject({ ok: true });
    const { pk } = consent.key({ ...DIARY, consent: 'x' });
    const all = pattern({
      name: 'consents',
      partition: pk,
      range: { beginsWith: 'CONSENT#' },
      finds: [consent],
    });
    const kept = await world.context.store.queryAll(all);
    expect(kept.map(({ item }) => item)).toMatchObject([{ relation: 'self', change: 'given', ...SIGNED }]);
  });

  it('ends tokens with the link, and tells whom it concerns and nobody else', async () => {
    await put();
    for (const account of ['dad', 'gran']) await world.putLink(account);
    const others = [
      { account: 'dad', decision: 'limit' },
      { account: 'gran', decision: 'end' },
    ] as const;
    expect(await decide([keep, ...others])).toMatchObject({ ok: true });
    expect((await linkOf('gran'))?.notBefore).toBeGreaterThan(world.person('gran').issuedAt);
    const { pk } = outbox.key({ owner: { of: 'centre', centre: DIARY.centre }, at: '0', outbox: '0' });
    const mails = await world.context.store.queryAll(
      pattern({ name: 'mails', partition: pk, range: 'all', finds: [outbox] }),
    );
    const told = mails.flatMap(({ item: { job } }) =>
      job.kind === 'mail' ? [[job.message, job.to, job.values]] : [],
    );
    expect(told.sort()).toEqual([
      ['link-ended', 'gran@example.org', {}],
      ['link-limited', 'dad@example.org', {}],
    ]);
  });

  it.each([
    ['link', () => world.putLink('mum', { version: 2, mayRecord: false })],
    ['handover', () => put({ version: 2 })],
  ])('writes nothing over a %s that changes at that very moment', async (label, changes) => {
    await put();
    const late = meanwhile(world.context, changes, label);
    expect(await decide([keep], { consent: SIGNED }, late)).toMatchObject({ ok: false });
    expect((await world.state()).consent).toEqual({ state: 'not-needed' });
    expect(await found()).not.toHaveProperty('doneAt');
  });
});
