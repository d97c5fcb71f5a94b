import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as patterns from '#table/patterns.ts';
import { exportDiary } from '#usecases/diary/export-diary.ts';
import { viewInsights } from '#usecases/insights/view-insights.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { putFullDiary, SPAN } from '../../support/full-diary.ts';
import { readPdf } from '../../support/pdf/read-pdf.ts';

let world: DiaryWorld;
let made: ReturnType<typeof make> | undefined;

const make = async () => {
  const answer = await exportDiary(world.context, world.person('ann'), DIARY, { ...SPAN, format: 'pdf' });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};
/** Made once: it takes longer than to read it. */
const summary = () => (made ??= make());

describe('the summary for the clinic', () => {
  beforeAll(async () => {
    world = await startDiaryWorld('2026-06-10T12:00:00Z');
    await putFullDiary(world);
  });
  afterAll(() => world.stop());

  it('is a page of PDF whose name tells nothing of the person', async () => {
    const { fileName, contentType, bytes, contents } = await summary();
    expect([fileName, contentType]).toEqual(['haemdiary-2026-05-01-2026-06-30.pdf', 'application/pdf']);
    expect(contents).toEqual({ treatments: 3, bleeds: 2, others: 2 });
    expect((await readPdf(bytes)).pages).toBe(1);
  });

  it('is tagged: title, language, headings, tables with their headings', async () => {
    const { bytes } = await summary();
    const { isTagged, language, title, roles } = await readPdf(bytes);
    expect({ isTagged, language, title }).toEqual({
      isTagged: true,
      language: 'en-GB',
      title: 'Summary for the clinic',
    });
    const count = (role: string) => roles.filter((one) => one === role).length;
    expect(roles.slice(0, 3)).toEqual(['Root', 'Document', 'H1']);
    expect(count('H2')).toBe(9);
    expect(count('Table')).toBe(9);
    expect(count('TH')).toBeGreaterThan(30);
    const raw = Buffer.from(bytes).toString('latin1');
    for (const part of ['/StructTreeRoot', '/MarkInfo', '/Lang', '/DisplayDocTitle true', '/Scope /Column']) {
      expect(raw).toContain(part);
    }
  });

  it('says whose it is, what is planned, and every figure as the insights have it', async () => {
    const { text } = await readPdf((await summary()).bytes);
    const view = await viewInsights(world.context, world.person('ann'), DIARY, SPAN);
    if (!view.ok) throw new Error(view.failure.code);
    const { recorded, accounted, rates } = view.value.period;
    for (const part of [
      'Robin',
      '1 May 2026 to 10 Jun 2026 (41 days)',
      'Made on 10 Jun 2026 at 13:00',
      'Plan in force from 1 Jun 2026',
      'Regular Elocta 2,000',
      'every 4 days',
      `${String(recorded.recorded)} of ${String(recorded.planned)}`,
      `${String(accounted.accounted)} of ${String(accounted.days)}`,
      `No rate under 84 accounted days; there are ${String(rates[0]?.observedDays)}.`,
      'left ankle 1',
      'nose 1',
      'Elocta 2 4,000',
      'June 2026 Elocta 2 4,000',
      'FVIII',
      'left ankle 4 Jun 2026 major',
      'Elocta 1,000',
      '31 May 2027',
      'not a medical record, not medical advice',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('has no words that judge', async () => {
    const { text } = await readPdf((await summary()).bytes);
    expect(text).not.toMatch(/adherence|complian|missed|poor|should/iu);
  });

  it('is not made of days that are all to come', async () => {
    const answer = await exportDiary(world.context, world.person('ann'), DIARY, {
      from: '2026-06-11',
      to: '2026-06-30',
      format: 'pdf',
    });
    expect(answer).toMatchObject({
      ok: false,
      failure: { fields: [{ pointer: '/from', reason: 'in-the-future' }] },
    });
  });

  it('is in the audit with its format, and is nobody’s whose link has ended', async () => {
    const found = await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }));
    expect(found.map(({ item }) => item.about)).toContain('2026-05-01/2026-06-30 pdf');
    const stranger = await exportDiary(world.context, world.person('eve'), DIARY, { ...SPAN, format: 'pdf' });
    expect(stranger.ok).toBe(false);
  });
});
