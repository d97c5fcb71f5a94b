import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plan } from '#table/entities/diary.ts';
import { withheld } from '#table/entities/sharing.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { confirmPeriod } from '#usecases/diary/record-period.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import type { Person, StaffCaller } from '#usecases/ports/context.ts';
import { viewInsights } from '#usecases/insights/view-insights.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
const YEAR = { from: '2025-06-11', to: '2026-06-10' };
let world: DiaryWorld;

const typed = (mutationId: string) => ({ mutationId, typedAt: NOW, passed: [] });
const look = (
  asked: Parameters<typeof viewInsights>[3] = YEAR,
  caller: Person | StaffCaller = world.person('ann'),
) => viewInsights(world.context, caller, DIARY, asked);
const seen = async (...given: Parameters<typeof look>) => {
  const result = await look(...given);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};

describe('insights of a diary', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
    await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
    await world.putLink('ann');
    await world.putLink('late', { statementAgreed: 1 });
    for (const effectiveOn of ['2026-01-05', '2026-05-01'])
      await world.context.store.put(plan, {
        ...DIARY,
        plan: `plan-${effectiveOn}`,
        effectiveOn,
        regimens: [],
        setAt: NOW,
        setBy: 'staff-nurse',
        ...created({ at: NOW, by: 'test', mutationId: 'seeded' }),
      });
    const ann = world.person('ann');
    const bleed = (local: string) => ({
      ...typed(local.toLowerCase().replaceAll(':', '-')),
      site: 'knee' as const,
      side: 'right' as const,
      cause: 'spontaneous' as const,
      severity: 0 as const,
      startedAt: { local, zone: 'Europe/London' },
    });
    const confirm = (id: string, from: string, to: string) =>
      confirmPeriod(world.context, ann, DIARY, id, {
        ...typed(id),
        from,
        to,
        answers: ['no-other-treatment'],
      });
    // Half an hour into June at home is still May by the clock of Greenwich.
    const night = treatment('2026-06-01T00:30', {
      typedAt: '2026-06-01T08:00:00Z',
      bleeds: ['b1'],
      reason: 'new-bleed',
    });
    const paper = treatment('2026-05-20T08:00', { source: 'paper' });
    const results = [
      await recordBleed(world.context, ann, DIARY, 'b1', bleed('2026-05-31T22:00')),
      await recordBleed(world.context, ann, DIARY, 'b2', bleed('2026-06-08T20:00')),
      await recordTreatment(world.context, ann, DIARY, 't1', night),
      await recordTreatment(world.context, world.staff('nurse'), DIARY, 't2', paper),
      await recordTreatment(world.context, ann, DIARY, 't3', treatment('2026-06-04T08:00')),
      await voidEntry(world.context, ann, DIARY, {
        id: 't3',
        body: { mutationId: 'void-t3', reason: 'Typed twice' },
        version: 1,
      }),
      await confirm('c1', '2026-02-20', '2026-04-30'),
      await confirm('c2', '2026-05-01', '2026-06-10'),
    ];
    expect(results.map((result) => (result.ok ? 'ok' : JSON.stringify(result.failure)))).toEqual(
      results.map(() => 'ok'),
    );
  });
  afterAll(() => world.stop());

  it('tell rates with n and window, what was given by month at home, and how soon it was typed', async () => {
    const { period, today, planChanges, beside } = await seen();
    expect([today, planChanges, beside]).toEqual(['2026-06-10', ['2026-01-05', '2026-05-01'], undefined]);
    expect(period.window).toEqual(YEAR);
    expect(period.accounted).toMatchObject({ accounted: 111, days: 365, longest: { days: 111 } });
    expect(period.rates.map(({ kind, bleeds, observedDays }) => [kind, bleeds, observedDays])).toEqual([
      ['all', 2, 111],
      ['joint', 2, 111],
      ['spontaneous', 2, 111],
      ['treated', 1, 111],
    ]);
    expect(period.rates[0]?.perYear).toBeCloseTo((2 * 365.25) / 111);
    expect(period.bleeds.places).toEqual([{ site: 'knee', side: 'right', count: 2 }]);
    expect(period.use).toMatchObject([
      {
        productId: 'elocta',
        treatments: 2,
        total: { value: 4000, unit: 'IU', moiety: 'FVIII' },
        months: [{ month: '2026-05' }, { month: '2026-06' }],
      },
    ]);
    expect(period.lag).toEqual({ entries: 1, within24Hours: 1, within7Days: 1, laterThan28Days: 0 });
  });

  it('are the same for staff, and each look is in the audit before it is answered', async () => {
    const mine = await seen();
    expect(await seen(YEAR, world.staff('physiotherapist'))).toEqual(mine);
    const audit = await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }));
    const looks = audit.filter(({ item }) => item.action === 'view-insights').map(({ item }) => item.about);
    expect(looks.slice(0, 2)).toEqual(['2025-06-11/2026-06-10', '2025-06-11/2026-06-10']);
  });

  it('hold a second window beside the first, each with its own n', async () => {
    const { period, beside } = await seen({
      from: '2026-05-01',
      to: '2026-06-10',
      withFrom: '2026-03-22',
      withTo: '2026-04-30',
    });
    expect([period.bleeds.count, period.accounted.days]).toEqual([2, 41]);
    expect([beside?.bleeds.count, beside?.accounted.days, beside?.window.to]).toEqual([0, 40, '2026-04-30']);
  });

  it('have nothing withheld in any number', async () => {
    for (const [what, about] of [
      ['entry', 'b2'],
      ['entry', 't2'],
    ] as const)
      await world.context.store.put(withheld, {
        ...DIARY,
        what,
        about,
        salt: 'seeded',
        entryKind: about === 'b2' ? 'bleed' : 'treatment',
        from: { carers: true, accounts: [], centres: [] },
        reason: 'Asked for',
        reviewOn: '2026-12-01',
        name: 'Robin Example',
        ...created({ at: NOW, by: 'test', mutationId: `hide-${about}` }),
      });
    const { period } = await seen();
    expect([period.bleeds.count, period.use[0]?.treatments]).toEqual([1, 1]);
    expect(period.marks.some(({ day }) => day === '2026-06-08' || day === '2026-05-20')).toBe(true);
    expect(period.marks.filter(({ mark }) => mark !== 'confirmed').map(({ day }) => day)).toEqual([
      '2026-05-31',
      '2026-06-01',
    ]);
    const whole = await seen(YEAR, world.staff());
    expect(whole.period.bleeds.count).toBe(2);
  });

  it.each([
    [{ from: '2026-06-02', to: '2026-06-01' }, '/to', 'before-start'],
    [{ from: '2016-01-01', to: '2026-06-01' }, '/to', 'too-long'],
    [{ from: '2026-06-11', to: '2026-06-12' }, '/from', 'in-the-future'],
    [{ ...YEAR, withFrom: '2026-01-01' }, '/withTo', 'empty'],
    [{ ...YEAR, withTo: '2026-01-01' }, '/withFrom', 'empty'],
    [{ ...YEAR, withFrom: '2026-01-02', withTo: '2026-01-01' }, '/withTo', 'before-start'],
    [{ ...YEAR, withFrom: '2012-01-02', withTo: '2026-01-01' }, '/withTo', 'too-long'],
  ])('refuse %j', async (asked, pointer, reason) => {
    expect(await look(asked)).toMatchObject({
      ok: false,
      failure: { code: 'invalid', fields: [{ pointer, reason }] },
    });
  });

  it('are for nobody without a standing link and the statement', async () => {
    expect(await look(YEAR, world.person('stranger'))).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
    expect(await look(YEAR, world.person('late'))).toMatchObject({
      ok: false,
      failure: { code: 'statement-needed' },
    });
  });
});
