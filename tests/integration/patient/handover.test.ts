import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HandoverBody } from '#contracts/handover.ts';
import { birthdayOf } from '#domain/patient-age.ts';
import { centrePolicy } from '#table/entities/centre.ts';
import { handover } from '#table/entities/handover.ts';
import { created } from '#table/item.ts';
import { listWorklist } from '#usecases/centre/list-worklist.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { reassessCentre } from '#usecases/outbox/reassess-centre.ts';
import { decideHandover } from '#usecases/patient/decide-handover.ts';
import { enrolPatient } from '#usecases/patient/enrol-patient.ts';
import { readPatient } from '#usecases/patient/read-patient.ts';
import { policyBody } from '../../support/examples/bodies.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { valueOf } from '../../support/value-of.ts';
import { runSweep } from '../../support/run-sweep.ts';

let world: DiaryWorld;
const TODAY = '2026-06-10';
const PATIENT = 'young';
const ofYoung = { centre: DIARY.centre, patient: PATIENT };

const enrol = async (birthDate: string): Promise<void> => {
  valueOf(
    await enrolPatient(world.context, world.staff(), PATIENT, {
      mutationId: 'enrol',
      givenName: 'Wren',
      familyName: 'Example',
      birthDate,
      diagnosis: 'haemophilia-a',
      homeZone: 'Europe/London',
      homeTherapy: true,
      homeDelivery: false,
      channel: 'online',
      guardianConsentNeeded: true,
    }),
  );
};
const due = () => world.context.store.get(handover, handover.key(ofYoung));
const sweepOn = (day: string) => runSweep(world, `${day}T12:00:00Z`);
const tasks = async () =>
  valueOf(await listWorklist(world.context, world.staff(), undefined)).items.filter(
    ({ kind }) => kind === 'handover',
  );
const decide = (links: HandoverBody['links'], more: Partial<HandoverBody> = {}) =>
  decideHandover(world.context, world.staff(), {
    patient: PATIENT,
    body: { mutationId: 'decide', links, ...more },
  });
const person = (account: string) => ({ ...world.person(account), diaries: [ofYoung] });
const opens = async (account: string) =>
  (await viewMonth(world.context, person(account), ofYoung, TODAY.slice(0, 7))).ok;

beforeEach(async () => {
  world = await startDiaryWorld(`${TODAY}T08:00:00Z`);
});
afterEach(() => world.stop());

describe('the birthday', () => {
  it('puts the task on the worklist once, however often the job runs, and changes nothing else', async () => {
    await enrol('2010-06-12');
    await world.putLink('mum', { ...ofYoung, relation: 'parent' });
    await sweepOn('2026-06-11');
    expect(await tasks()).toEqual([]);
    await sweepOn('2026-06-12');
    const [task] = await tasks();
    expect(task).toMatchObject({ patient: PATIENT, name: 'Example, Wren', age: 16 });
    const asked = await due();
    await sweepOn('2026-06-13');
    expect(await due()).toEqual(asked);
    expect(await tasks()).toEqual([task]);
    expect(await opens('mum')).toBe(true);
  });

  it('is asked about at the age the centre has set, also for who was enrolled before', async () => {
    await enrol('2010-06-12');
    expect(await due()).toMatchObject({ dueOn: '2026-06-12', age: 16 });
    const policy = { ...policyBody, ownAccountAge: 18 };
    const stamp = { at: `${TODAY}T08:00:00Z`, by: 'test', mutationId: 'policy' };
    await world.context.store.put(centrePolicy, { centre: DIARY.centre, policy, ...created(stamp) });
    await reassessCentre(world.context, DIARY.centre);
    expect(await due()).toMatchObject({ dueOn: '2028-06-12', age: 18 });
    await sweepOn('2026-06-12');
    expect(await tasks()).toEqual([]);
  });

  it('of somebody who was old enough when enrolled is asked about never', async () => {
    await enrol('2010-06-10');
    expect(await due()).toBeUndefined();
    expect(await decide([])).toMatchObject({ failure: { code: 'not-now' } });
  });

  it('of a 29 February is 1 March where there is none', () => {
    expect([birthdayOf('2008-02-29', 16), birthdayOf('2008-02-29', 18)]).toEqual([
      '2024-02-29',
      '2026-03-01',
    ]);
  });
});

describe('the decision', () => {
  beforeEach(async () => {
    await enrol('2010-06-12');
    for (const [account, relation] of [
      ['self', 'self'],
      ['mum', 'parent'],
      ['dad', 'parent'],
      ['gran', 'carer'],
    ] as const)
      await world.putLink(account, { ...ofYoung, relation });
    await sweepOn('2026-06-12');
  });

  it('keeps, limits and ends each carer’s link and records the own consent, in one write', async () => {
    const links = [
      { account: 'mum', decision: 'keep' as const },
      { account: 'dad', decision: 'limit' as const },
      { account: 'gran', decision: 'end' as const },
    ];
    const consent = { givenBy: 'Wren Example', on: '2026-06-12', formReference: 'F-16' };
    valueOf(await decide(links, { consent }));
    // Sent again it is the same act.
    valueOf(await decide(links, { consent }));
    expect(await tasks()).toEqual([]);
    const patient = valueOf(await readPatient(world.context, world.staff(), PATIENT));
    expect(patient.consent).toEqual({ state: 'given', on: '2026-06-12' });
    expect(patient.handover?.doneAt).toBeDefined();
    const rights = Object.fromEntries(
      patient.links.map((one) => [one.account, one.endedAt === undefined ? one.mayRecord : 'ended']),
    );
    expect(rights).toEqual({ self: true, mum: true, dad: false, gran: 'ended' });
    expect([await opens('self'), await opens('mum'), await opens('dad'), await opens('gran')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('is for every carer who is linked, and for nobody else', async () => {
    const wrong = { failure: { fields: [{ pointer: '/links', reason: 'not-every-link' }] } };
    const keep = (account: string) => ({ account, decision: 'keep' as const });
    expect(await decide([keep('mum'), keep('dad')])).toMatchObject(wrong);
    expect(await decide([keep('mum'), keep('dad'), keep('gran'), keep('self')])).toMatchObject(wrong);
    expect(await decide([keep('mum'), keep('dad'), keep('dad')])).toMatchObject(wrong);
    expect(await tasks()).toHaveLength(1);
  });
});
