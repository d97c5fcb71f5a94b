import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '#table/entities/centre.ts';
import { plan } from '#table/entities/diary.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { answerStatement } from '#usecases/diary/answer-statement.ts';
import { exportDiary } from '#usecases/diary/export-diary.ts';
import { readMe } from '#usecases/diary/read-me.ts';
import { listStatements } from '#usecases/session/list-statements.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { confirmPeriod, markNotTaken } from '#usecases/diary/record-period.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { viewPatientMonth } from '#usecases/patient/view-patient-month.ts';
import { DIARY, startDiaryWorld, STATEMENT, treatment, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
const regimen = {
  kind: 'routine' as const,
  productId: 'elocta',
  amount: { value: 2000, unit: 'IU' as const, moiety: 'FVIII' as const },
  anchor: '2026-06-01',
  schedule: { kind: 'every-days' as const, days: 4 },
  dosesPerDay: 1,
};
const period = (from: string, to: string) => ({
  mutationId: `m-${from}`,
  typedAt: NOW,
  passed: [],
  from,
  to,
});

describe('reading a diary', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
    await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
    await world.putLink('ann');
    await world.putLink('ben');
    await world.context.store.put(plan, {
      ...DIARY,
      plan: 'plan-1',
      effectiveOn: '2026-06-01',
      regimens: [regimen],
      setAt: '2026-06-01T00:00:00Z',
      setBy: 'staff-nurse',
      ...created({ at: NOW, by: 'test', mutationId: 'seeded' }),
    });
    const ann = world.person('ann');
    const formula = treatment('2026-06-01T07:30', { note: '=HYPERLINK("http://example.org")' });
    expect(await recordTreatment(world.context, ann, DIARY, 't1', formula)).toMatchObject({ ok: true });
    const staffEntry = treatment('2026-06-05T07:30', { source: 'paper' });
    expect(await recordTreatment(world.context, world.staff('nurse'), DIARY, 't2', staffEntry)).toMatchObject(
      { ok: true },
    );
    expect(
      await markNotTaken(world.context, world.person('ben'), DIARY, 'n1', {
        ...period('2026-06-09', '2026-06-09'),
        reason: 'unwell',
      }),
    ).toMatchObject({ ok: true });
    expect(
      await confirmPeriod(world.context, ann, DIARY, 'c1', {
        ...period('2026-05-20', '2026-06-02'),
        answers: ['no-bleeds'],
      }),
    ).toMatchObject({ ok: true });
    const bleed = {
      mutationId: 'b1',
      typedAt: NOW,
      passed: [],
      site: 'ankle' as const,
      side: 'left' as const,
      cause: 'spontaneous' as const,
      severity: 0 as const,
      startedAt: { local: '2026-06-08T20:00', zone: 'Europe/London' },
    };
    expect(await recordBleed(world.context, ann, DIARY, 'b1', bleed)).toMatchObject({ ok: true });
  });
  afterAll(() => world.stop());

  it('shows a month with its doses, what became of each, and who recorded what', async () => {
    const view = await viewMonth(world.context, world.person('ann'), DIARY, '2026-06');
    expect(view).toMatchObject({
      ok: true,
      value: {
        today: '2026-06-10',
        firstName: 'Robin',
        centre: { emergencyPhone: '01632 960002' },
        plan: { id: 'plan-1' },
        openBleeds: [{ id: 'b1' }],
        lastTreatment: { productName: 'Elocta' },
      },
    });
    if (!view.ok) return;
    expect(view.value.planned.map(({ day, state }) => `${day} ${state}`)).toEqual([
      '2026-06-01 recorded',
      '2026-06-05 recorded',
      '2026-06-09 not-taken',
      '2026-06-13 ahead',
      '2026-06-17 ahead',
      '2026-06-21 ahead',
      '2026-06-25 ahead',
      '2026-06-29 ahead',
    ]);
    const by = Object.fromEntries(view.value.entries.map(({ id, recordedBy }) => [id, recordedBy]));
    expect(by).toMatchObject({ t1: 'you', t2: 'your centre', n1: 'Name of ben' });
  });

  it('shows staff the name of the patient and of the colleague', async () => {
    const view = await viewPatientMonth(world.context, world.staff('consultant'), DIARY.patient, '2026-06');
    expect(view).toMatchObject({ ok: true, value: { name: 'Example, Robin', patient: 'p1' } });
    expect(view.ok && view.value.entries.find(({ id }) => id === 't2')?.recordedBy).toBe('A nurse');
    expect(await viewPatientMonth(world.context, world.staff(), 'ghost', '2026-06')).toEqual({
      ok: false,
      failure: { code: 'not-found' },
    });
  });

  it('writes each view into the audit', async () => {
    const found = await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }));
    const views = found.filter(({ item }) => item.action === 'view-month').map(({ item }) => item.actor.as);
    expect(views).toEqual(expect.arrayContaining(['person', 'consultant']));
  });

  it('answers a diary that is not theirs as one that is not there', async () => {
    const other = { centre: DIARY.centre, patient: 'p2' };
    const notThere = { ok: false, failure: { code: 'not-found' } };
    expect(await viewMonth(world.context, world.person('ann'), other, '2026-06')).toEqual(notThere);
    expect(
      await exportDiary(world.context, world.person('ann'), other, { from: '2026-06-01', to: '2026-06-30' }),
    ).toEqual(notThere);
  });

  it('exports a period that another library reads: text stays text, dates are dates', async () => {
    const file = await exportDiary(world.context, world.person('ann'), DIARY, {
      from: '2026-05-01',
      to: '2026-06-30',
    });
    expect(file).toMatchObject({ ok: true, value: { fileName: 'haemdiary-2026-05-01-2026-06-30.xlsx' } });
    if (!file.ok) return;
    const sheets = await readExcel(Buffer.from(file.value.bytes));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Treatments',
      'Bleeds',
      'Not taken',
      'Confirmed',
      'Plan',
      'Stock',
      'Stock changes',
    ]);
    const treatments = sheets[0]?.data ?? [];
    expect(treatments).toHaveLength(3);
    expect(treatments[1]?.[0]).toBeInstanceOf(Date);
    expect(treatments[1]).toContain('=HYPERLINK("http://example.org")');
    expect(treatments[1]).toContain(2000);
    expect(sheets[3]?.data).toHaveLength(2);
    const found = await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }));
    expect(found.map(({ item }) => item.action)).toContain('export-diary');
  });

  it.each([
    ['the wrong way round', { from: '2026-06-02', to: '2026-06-01' }, 'before-start'],
    ['longer than a year', { from: '2024-01-01', to: '2026-06-01' }, 'too-long'],
  ])('refuses an export of a period %s', async (_, span, reason) => {
    expect(await exportDiary(world.context, world.person('ann'), DIARY, span)).toMatchObject({
      ok: false,
      failure: { fields: [{ reason }] },
    });
  });

  it('tells an account its diaries, and asks for the statement until it is agreed to', async () => {
    await world.putLink('new', { statementAgreed: 2 });
    const me = await readMe(world.context, world.person('new'));
    expect(me).toMatchObject({
      ok: true,
      value: {
        statement: { current: STATEMENT, agreed: 2, needed: true },
        diaries: [{ patient: 'p1', firstName: 'Robin' }],
      },
    });
    const answer = (agreed: boolean, version = STATEMENT) =>
      answerStatement(world.context, world.person('new'), {
        mutationId: `s-${String(agreed)}`,
        version,
        agreed,
      });
    expect(await answer(true, 2)).toMatchObject({ ok: false, failure: { code: 'invalid' } });
    expect(await answer(false)).toMatchObject({ ok: true, value: { statement: { needed: true } } });
    expect(await answer(true)).toMatchObject({ ok: true, value: { statement: { needed: false } } });
    const after = await readMe(world.context, world.person('new'));
    expect(
      after.ok && after.value.statement.answers?.map(({ version, agreed }) => [version, agreed]),
    ).toEqual([
      [STATEMENT, true],
      [STATEMENT, false],
    ]);
    const nobody = await answerStatement(world.context, world.person('nobody'), {
      mutationId: 's',
      version: STATEMENT,
      agreed: true,
    });
    expect(nobody).toEqual({ ok: false, failure: { code: 'not-found' } });
  });

  it('takes the answer to a version published after this process last looked', async () => {
    await world.putLink('early', { statementAgreed: STATEMENT });
    const answer = () =>
      answerStatement(world.context, world.person('early'), {
        mutationId: 's-early',
        version: STATEMENT + 1,
        agreed: true,
      });
    expect(await answer()).toMatchObject({ ok: false, failure: { code: 'invalid' } });
    await world.context.store.put(statement, {
      statement: STATEMENT + 1,
      publishedOn: '2026-06-10',
      changes: 'One more.',
      sections: [],
      ...created({ at: NOW, by: 'test', mutationId: 'published' }),
    });
    expect(await answer()).toMatchObject({ ok: true, value: { statement: { needed: false } } });
    expect(await readMe(world.context, world.person('early'))).toMatchObject({
      value: { statement: { needed: false } },
    });
    expect(await listStatements(world.context)).toMatchObject({
      value: { answer: { items: [{ version: STATEMENT + 1, changes: 'One more.' }] } },
    });
  });
});
