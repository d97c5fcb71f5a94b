import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { withheld } from '#table/entities/sharing.ts';
import { created } from '#table/item.ts';
import { exportDiary } from '#usecases/diary/export-diary.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { readPdf } from '../../support/pdf/read-pdf.ts';

/** A day later already where the patient lives. */
const NOW = '2026-06-10T20:00:00Z';
const SPAN = { from: '2026-06-01', to: '2026-06-10' };
let world: DiaryWorld;

const wrong = (pointer: string, reason: string) => ({ failure: { fields: [{ pointer, reason }] } });
const hide = (what: 'entry' | 'zone', about: string) =>
  world.context.store.put(withheld, {
    ...DIARY,
    what,
    about,
    salt: 'seeded',
    from: { carers: false, accounts: ['ben'], centres: [] },
    reason: 'Asked for',
    reviewOn: '2026-12-01',
    name: 'Robin Example',
    ...created({ at: NOW, by: 'test', mutationId: `hide-${about}` }),
  });
const summaryOf = async (account: string): Promise<string> => {
  const file = await exportDiary(world.context, world.person(account), DIARY, { ...SPAN, format: 'pdf' });
  if (!file.ok) throw new Error(file.failure.code);
  return (await readPdf(file.value.bytes)).text;
};

beforeEach(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient({ homeZone: 'Pacific/Auckland' });
  for (const account of ['ann', 'ben']) await world.putLink(account);
  return () => world.stop();
});

describe('a file of a diary', () => {
  it('is nobody’s whose token is for another diary, though a link is there', async () => {
    const elsewhere = { ...world.person('ann'), diaries: [] };
    expect(await exportDiary(world.context, elsewhere, DIARY, SPAN)).toMatchObject({
      failure: { code: 'not-found' },
    });
  });

  it('is of days in their order, of a little over a year, and no larger than an answer may be', async () => {
    const asked = (span: typeof SPAN, context = world.context) =>
      exportDiary(context, world.person('ann'), DIARY, span);
    expect(await asked({ from: SPAN.to, to: SPAN.from })).toMatchObject(wrong('/to', 'before-start'));
    expect(await asked({ from: '2025-05-01', to: '2026-06-10' })).toMatchObject(wrong('/to', 'too-long'));
    const large = { write: () => Readable.from([new Uint8Array(4_000_001)]) };
    expect(await asked(SPAN, { ...world.context, workbooks: large })).toMatchObject({
      failure: { code: 'too-large' },
    });
  });

  it('tells in its summary of no bleed that goes on and is withheld', async () => {
    await recordBleed(world.context, world.person('ann'), DIARY, 'knee', {
      mutationId: 'knee-act',
      typedAt: NOW,
      passed: [],
      site: 'knee',
      side: 'right',
      cause: 'trauma',
      severity: 1,
      startedAt: { local: '2026-06-09T20:00', zone: 'Europe/London' },
    });
    await hide('entry', 'knee');
    expect(await summaryOf('ann')).toMatch(/knee/iu);
    expect(await summaryOf('ben')).not.toMatch(/knee/iu);
  });

  it('knows the day at the centre for whoever may not know the zone at home', async () => {
    await hide('zone', 'zone');
    const tomorrow = { from: '2026-06-11', to: '2026-06-11', format: 'pdf' as const };
    const of = (account: string) => exportDiary(world.context, world.person(account), DIARY, tomorrow);
    expect(await of('ann')).toMatchObject({ ok: true });
    expect(await of('ben')).toMatchObject(wrong('/from', 'in-the-future'));
  });
});
