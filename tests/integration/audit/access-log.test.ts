import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccessLine } from '#contracts/rights.ts';
import { readAccessLog, readEntryHistory } from '#usecases/audit/read-access-log.ts';
import { correctTreatment } from '#usecases/diary/correct-treatment.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { noteView } from '#usecases/audit/view.ts';
import { readPatient } from '#usecases/patient/read-patient.ts';
import { withhold } from '#usecases/withheld/withhold.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { valueOf } from '../../support/value-of.ts';

let world: DiaryWorld;

const owner = { of: 'diary', ...DIARY } as const;
const log = async (account = 'self'): Promise<AccessLine[]> =>
  valueOf(await readAccessLog(world.context, world.person(account), DIARY, undefined)).items;
/** Without the reader's own looks at the log. */
const others = async (account = 'self') => (await log(account)).filter(({ who }) => who.kind !== 'you');

beforeEach(async () => {
  world = await startDiaryWorld('2026-06-10T08:00:00Z');
  await world.putPatient();
  await world.putLink('self', { relation: 'self', name: 'Robin Example' });
  await world.putLink('carer', { relation: 'parent', name: 'Kim Example', email: 'kim@example.org' });
});
afterEach(() => world.stop());

describe('who looked', () => {
  it('is told by name and job of staff, by first name and relation of family, never by address or sign-in name', async () => {
    const staff = { ...world.staff('nurse'), username: 'nurse.sign.in', displayName: 'Alex Example' };
    valueOf(await readPatient(world.context, staff, DIARY.patient));
    valueOf(await viewMonth(world.context, world.person('carer'), DIARY, '2026-06'));
    const lines = await others();
    expect(lines).toMatchObject([
      { who: { kind: 'family', name: 'Kim', relation: 'parent' }, did: 'saw', actions: ['view-month'] },
      { who: { kind: 'staff', name: 'Alex Example', job: 'nurse' }, actions: ['read-patient'] },
    ]);
    expect(JSON.stringify(await log())).not.toMatch(/@|sign\.in|carer/u);
  });

  it('folds what one person looked at within an hour into one line', async () => {
    const look = () => viewMonth(world.context, world.staff('nurse'), DIARY, '2026-06');
    for (const time of ['08:00', '08:20', '08:59', '10:00']) {
      world.at(`2026-06-10T${time}:00Z`);
      valueOf(await look());
    }
    expect(await others()).toMatchObject([
      { at: '2026-06-10T10:00:00.000Z' },
      { at: '2026-06-10T08:59:00.000Z', since: '2026-06-10T08:00:00.000Z', actions: ['view-month'] },
    ]);
  });

  it('says of another centre which one, and of the computer that it was one', async () => {
    const elsewhere = {
      kind: 'sharing',
      account: 'far',
      username: 'far',
      issuedAt: 0,
      job: 'consultant',
      centre: 'hillside',
      centreName: 'Hillside',
      diary: DIARY,
      today: '2026-06-10',
    } as const;
    await noteView(world.context, elsewhere, owner, { action: 'view-shared-month' });
    expect(await others()).toMatchObject([
      { who: { kind: 'staff', job: 'consultant', centreName: 'Hillside' } },
    ]);
  });

  it('is itself in the log, and is told to nobody who is not linked or has not agreed', async () => {
    await log();
    expect(await log()).toMatchObject([{ who: { kind: 'you' }, actions: ['read-access-log'] }]);
    await world.putLink('late', { statementAgreed: 1 });
    const ask = (account: string) => readAccessLog(world.context, world.person(account), DIARY, undefined);
    expect(await ask('late')).toMatchObject({ failure: { code: 'statement-needed' } });
    expect(await ask('stranger')).toMatchObject({ failure: { code: 'not-found' } });
    const elsewhere = { ...world.person('self'), diaries: [] };
    expect(await readAccessLog(world.context, elsewhere, DIARY, undefined)).toMatchObject({
      failure: { code: 'not-found' },
    });
  });
});

describe('what was changed', () => {
  const record = async () => {
    const first = treatment('2026-06-10T07:30', { note: 'About Sam' });
    valueOf(await recordTreatment(world.context, world.person('carer'), DIARY, 'dose', first));
    world.at('2026-06-10T09:30:00Z');
    const body = treatment('2026-06-10T06:45');
    valueOf(
      await correctTreatment(world.context, world.staff('nurse'), DIARY, { id: 'dose', body, version: 1 }),
    );
  };
  const history = (account: string) => readEntryHistory(world.context, world.person(account), DIARY, 'dose');

  it('is told with what it said before and after, and never an older note', async () => {
    await record();
    const [line] = await others();
    expect(line).toMatchObject({
      did: 'changed',
      actions: ['correct-treatment'],
      entry: 'dose',
      change: {
        before: { kind: 'treatment', when: { local: '2026-06-10T07:30' } },
        after: { kind: 'treatment', when: { local: '2026-06-10T06:45' } },
        noteChanged: true,
      },
    });
    expect(JSON.stringify(await log())).not.toContain('Sam');
  });

  it('is told of one entry alone, from its first act to its newest', async () => {
    await record();
    valueOf(
      await recordTreatment(
        world.context,
        world.person('carer'),
        DIARY,
        'other',
        treatment('2026-06-09T07:30', { passed: ['possible-duplicate'] }),
      ),
    );
    const { items } = valueOf(await history('self'));
    expect(items.map(({ actions }) => actions[0])).toEqual(['correct-treatment', 'record-treatment']);
  });

  it('tells nothing of an entry, a line or a zone that is withheld from the reader', async () => {
    await record();
    const hide = async (what: 'entry' | 'zone', id: string) =>
      valueOf(
        await withhold(world.context, world.staff(), {
          patient: DIARY.patient,
          what,
          id,
          body: {
            mutationId: `hide-${what}`,
            from: { carers: false, accounts: ['carer'], centres: [] },
            reason: 'The patient asked for it',
            reviewOn: '2026-07-10',
          },
        }),
      );
    const aTokyoDose = treatment('2026-06-10T06:45', {
      when: { local: '2026-06-10T16:45', zone: 'Asia/Tokyo' },
    });
    valueOf(
      await correctTreatment(world.context, world.person('self'), DIARY, {
        id: 'dose',
        body: aTokyoDose,
        version: 2,
      }),
    );
    await hide('zone', 'home');
    expect(JSON.stringify(valueOf(await history('carer')))).not.toContain('Tokyo');
    expect(JSON.stringify(valueOf(await history('self')))).toContain('Tokyo');
    await hide('entry', 'dose');
    expect(await history('carer')).toMatchObject({ failure: { code: 'not-found' } });
    expect(JSON.stringify(await log('carer'))).not.toContain('dose');
    expect(JSON.stringify(await log('self'))).toContain('dose');
    expect(JSON.stringify(await log('self'))).not.toContain('withhold');
  });
});
