import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entry } from '#table/entities/diary.ts';
import { exportJob } from '#table/entities/centre.ts';
import { outbox } from '#table/entities/system.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { exportDiary } from '#usecases/diary/export-diary.ts';
import { confirmPeriod, markNotTaken } from '#usecases/diary/record-period.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { listExports, readExport, startExport } from '#usecases/export/centre-exports.ts';
import { runExport } from '#usecases/export/run-export.ts';
import { answerOutbox } from '#usecases/outbox/answer-outbox.ts';
import { ringUnsent } from '#usecases/outbox/ring-unsent.ts';
import type { Files } from '#usecases/ports/files.ts';
import { rememberedAccounts } from '../../support/no-accounts.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { scriptedMailer } from '../../support/mails.ts';

const NOW = '2026-06-10T12:00:00Z';
const OWNER = { of: 'centre', centre: DIARY.centre } as const;
/** More than one page of 500, in one month. */
const MANY = 520;

let world: DiaryWorld;
let acts = 0;
const act = (): string => `export-act-${String((acts += 1))}`;

/** A bucket in memory. It may break while a file is written: then there is no file, as in S3. */
const memoryFiles = (): Files & { readonly kept: Map<string, Buffer>; broken: boolean } => {
  const kept = new Map<string, Buffer>();
  const files = {
    kept,
    broken: false,
    write: async (key: string, _type: string, bytes: AsyncIterable<Uint8Array>) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of bytes) {
        if (files.broken) throw new Error('The bucket is not there.');
        chunks.push(chunk);
      }
      kept.set(key, Buffer.concat(chunks));
    },
    link: (key: string, name: string) => Promise.resolve(`https://files.example.org/${key}?name=${name}`),
  };
  return files;
};

let files: ReturnType<typeof memoryFiles>;
const context = () => ({
  ...world.context,
  files,
  filesWithin: () => files,
  mailer: scriptedMailer(),
  finder: rememberedAccounts(),
});

const start = (id: string, from: string, to: string, mutationId = act()) =>
  startExport(world.context, world.staff(), { id, body: { mutationId, from, to } });

/** Asks for an export and does what the stream does; the sheets as another library reads them, without headings. */
const exported = async (id: string, from: string, to: string) => {
  expect(await start(id, from, to)).toMatchObject({ ok: true });
  const [bell] = await bells(id);
  expect(await answerOutbox(context(), outbox.key(bell ?? { owner: OWNER, at: '', outbox: '' }))).toBe(
    'done',
  );
  return sheetsOf(id);
};

const sheetsOf = async (id: string) => {
  const sheets = await readExcel(files.kept.get(`centre/larkfield/${id}.xlsx`) ?? Buffer.of());
  return Object.fromEntries(
    sheets.map(({ sheet, data: [headings = [], ...rows] }) => {
      const column = (row: readonly unknown[], name: string) => row[headings.indexOf(name)];
      return [
        sheet,
        rows.map((row) => ({
          name: column(row, 'Patient'),
          patient: column(row, 'Patient id'),
          id: column(row, 'Entry id'),
          by: column(row, 'Recorded by'),
        })),
      ];
    }),
  );
};

const bells = async (id: string) => {
  const found = await world.context.store.queryAll({
    name: 'outboxOf',
    partition: outbox.key({ owner: OWNER, at: '0', outbox: '0' }).pk,
    range: 'all',
    finds: [outbox],
  });
  return found.map(({ item }) => item).filter((item) => item.outbox === id);
};

const read = (id: string) => readExport(context(), world.staff(), id);

/** As many treatments of one day, a minute apart, as they stand in the table. */
const putMany = async () => {
  const [recorded] = await world.context.store
    .queryAll(patterns.entriesBetween(DIARY.centre, DIARY.patient, '2026-04-30', '2026-04-30'))
    .then((found) => found.map(({ item }) => item));
  if (recorded === undefined) throw new Error('Nothing was recorded.');
  for (let n = 0; n < MANY; n += 1) {
    const clock = `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
    await world.context.store.put(entry, {
      ...recorded,
      entry: `many-${String(n)}`,
      day: '2026-05-15',
      localAt: `2026-05-15T${clock}`,
      instantAt: `2026-05-15T${clock}:00Z`,
      ...created({ at: NOW, by: 'ann', mutationId: `many-${String(n)}` }),
    });
  }
};

const period = (from: string, to: string) => ({ mutationId: act(), typedAt: NOW, passed: [], from, to });
const give = async (id: string, local: string, zone = 'Europe/London') => {
  expect(
    await recordTreatment(
      world.context,
      world.person('ann'),
      DIARY,
      id,
      treatment(local, { when: { local, zone }, passed: ['possible-duplicate', 'long-ago'] }),
    ),
  ).toMatchObject({ ok: true });
};

beforeAll(async () => {
  files = memoryFiles();
  world = await startDiaryWorld(NOW);
  await world.putPatient();
  const identity = { givenName: 'Ada', familyName: 'Other', birthDate: '2010-01-01' };
  await world.putPatient({ patient: 'p2', identity });
  await world.putLink('ann');
  await give('first', '2026-03-01T07:30');
  await give('last-minute', '2026-04-30T23:59');
  // Eight hours ahead of London: still the evening of 31 March at home.
  await give('from-afar', '2026-04-01T06:00', 'Asia/Singapore');
  const paper = treatment('2026-04-02T08:00', { source: 'paper', passed: ['long-ago'] });
  const theirs = { centre: DIARY.centre, patient: 'p2' };
  expect(await recordTreatment(world.context, world.staff('nurse'), theirs, 'theirs', paper)).toMatchObject({
    ok: true,
  });
  const missed = {
    ...period('2026-03-28', '2026-05-03'),
    passed: ['nothing-planned'],
    reason: 'unwell' as const,
  };
  expect(await markNotTaken(world.context, world.person('ann'), DIARY, 'missed', missed)).toMatchObject({
    ok: true,
  });
  const quiet = { ...period('2026-04-05', '2026-04-06'), answers: ['no-bleeds' as const] };
  expect(await confirmPeriod(world.context, world.person('ann'), DIARY, 'quiet', quiet)).toMatchObject({
    ok: true,
  });
  await putMany();
}, 60_000);
afterAll(() => world.stop());

describe('a centre’s export', () => {
  it('holds each entry of several months once, with whose it is and who recorded it', async () => {
    const sheets = await exported('spring', '2026-03-01', '2026-06-10');
    const treatments = sheets['Treatments'] ?? [];
    const ids = treatments.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(MANY + 4);
    expect(treatments.find(({ id }) => id === 'theirs')).toEqual({
      name: 'Other, Ada',
      patient: 'p2',
      id: 'theirs',
      by: 'centre',
    });
    expect(treatments.find(({ id }) => id === 'first')).toMatchObject({
      name: 'Example, Robin',
      patient: 'p1',
      by: 'family',
    });
    expect(sheets['Not taken']?.map(({ id }) => id)).toEqual(['missed']);
    expect(sheets['Confirmed']?.map(({ id }) => id)).toEqual(['quiet']);
    expect(sheets['Bleeds']).toEqual([]);
    expect(await read('spring')).toMatchObject({ ok: true, value: { state: 'ready', rows: MANY + 6 } });
  });

  it('takes the days as they are at home, the first and the last included', async () => {
    const april = (await exported('april', '2026-04-01', '2026-04-30'))['Treatments'] ?? [];
    expect(april.map(({ id }) => id).sort()).toEqual(['last-minute', 'theirs']);
    const march = (await exported('march', '2026-03-31', '2026-03-31'))['Treatments'] ?? [];
    expect(march.map(({ id }) => id)).toEqual(['from-afar']);
  });

  it.each([
    ['that begins in it', '2026-03-28', '2026-03-31', ['missed']],
    ['that reaches into it', '2026-05-02', '2026-05-14', ['missed']],
    ['around all of it', '2026-04-10', '2026-04-12', ['missed']],
    ['but none that ended before', '2026-05-04', '2026-05-14', []],
    ['but none that begins after', '2026-03-01', '2026-03-27', []],
  ])('tells a period %s once, to the centre as to the family', async (_, from, to, expected) => {
    const sheets = await exported(`period-${from}`, from, to);
    expect(sheets['Not taken']?.map(({ id }) => id)).toEqual(expected);
    const own = await exportDiary(world.context, world.person('ann'), DIARY, { from, to });
    if (!own.ok) throw new Error('There is no file.');
    const missed = (await readExcel(Buffer.from(own.value.bytes))).find(({ sheet }) => sheet === 'Not taken');
    expect(missed?.data.slice(1).map((row) => row.at(-1))).toEqual(expected);
  });

  it('has a link only when the file is whole', async () => {
    expect(await start('soon', '2026-03-01', '2026-03-31')).toMatchObject({
      ok: true,
      value: { id: 'soon', state: 'waiting' },
    });
    const waiting = await read('soon');
    expect(waiting).toMatchObject({ ok: true, value: { state: 'waiting', askedBy: 'data-manager' } });
    expect(waiting.ok && waiting.value).not.toHaveProperty('link');
    await runExport(context(), DIARY.centre, 'soon');
    expect(await read('soon')).toMatchObject({
      ok: true,
      value: {
        state: 'ready',
        link: 'https://files.example.org/centre/larkfield/soon.xlsx?name=haemdiary-2026-03-01-2026-03-31.xlsx',
      },
    });
  });

  it('begins anew after a fault, and is then whole', async () => {
    expect(await start('faulty', '2026-03-01', '2026-03-31')).toMatchObject({ ok: true });
    const [bell] = await bells('faulty');
    const key = outbox.key(bell ?? { owner: OWNER, at: '', outbox: '' });
    files.broken = true;
    await expect(answerOutbox(context(), key)).rejects.toThrow('bucket');
    const running = await read('faulty');
    expect(running).toMatchObject({ ok: true, value: { state: 'running' } });
    expect(running.ok && running.value).not.toHaveProperty('link');
    expect((await bells('faulty'))[0]).toMatchObject({ state: 'waiting' });

    files.broken = false;
    expect(await ringUnsent(world.context)).toBeGreaterThan(0);
    expect(await answerOutbox(context(), key)).toBe('done');
    expect((await sheetsOf('faulty'))['Treatments']?.map(({ id }) => id).sort()).toEqual([
      'first',
      'from-afar',
    ]);
    expect((await bells('faulty'))[0]).toMatchObject({ state: 'done', doneAt: NOW });
  });

  it('is written once: a second bell leaves it as it is', async () => {
    const [bell] = await bells('april');
    const before = files.kept.get('centre/larkfield/april.xlsx');
    await runExport(context(), DIARY.centre, 'april');
    expect(await answerOutbox(context(), outbox.key(bell ?? { owner: OWNER, at: '', outbox: '' }))).toBe(
      'skipped',
    );
    expect(files.kept.get('centre/larkfield/april.xlsx')).toBe(before);
  });

  it('leaves the work to the other run when two begin in the same moment', async () => {
    expect(await start('twice', '2026-03-01', '2026-03-31')).toMatchObject({ ok: true });
    await Promise.all([1, 2].map(() => runExport(context(), DIARY.centre, 'twice')));
    expect(await read('twice')).toMatchObject({ ok: true, value: { state: 'ready', rows: 3 } });
  });

  it('does nothing for a job that is not there', async () => {
    const before = files.kept.size;
    await runExport(context(), DIARY.centre, 'nothing');
    expect(files.kept.size).toBe(before);
    expect(await read('nothing')).toEqual({ ok: false, failure: { code: 'not-found' } });
  });

  it('is asked for once, however often the act is sent', async () => {
    const mutationId = act();
    const first = await start('asked', '2026-03-01', '2026-03-02', mutationId);
    expect(await start('asked', '2026-03-01', '2026-03-02', mutationId)).toEqual(first);
    expect(await start('asked', '2026-03-01', '2026-03-02')).toEqual({
      ok: false,
      failure: { code: 'taken' },
    });
    expect(await bells('asked')).toHaveLength(1);
  });

  it('is refused for more than a year and a day', async () => {
    expect(await start('long', '2025-01-01', '2026-01-02')).toMatchObject({ ok: true });
    expect(await start('too-long', '2025-01-01', '2026-01-03')).toEqual({
      ok: false,
      failure: { code: 'invalid', fields: [{ pointer: '/to', reason: 'too-long' }] },
    });
    expect(
      await world.context.store.get(exportJob, exportJob.key({ centre: DIARY.centre, export: 'too-long' })),
    ).toBe(undefined);
  });

  it('is listed newest first, and only to its own centre', async () => {
    world.at('2026-06-10T13:00:00Z');
    expect(await start('a-later-one', '2026-03-01', '2026-03-02')).toMatchObject({ ok: true });
    const listed = await listExports(world.context, world.staff(), undefined);
    expect(listed.ok && listed.value.items[0]?.id).toBe('a-later-one');
    const elsewhere = { ...world.staff(), centre: 'elsewhere' };
    expect(await listExports(world.context, elsewhere, undefined)).toEqual({
      ok: true,
      value: { items: [] },
    });
    expect(await readExport(context(), elsewhere, 'spring')).toEqual({
      ok: false,
      failure: { code: 'not-found' },
    });
  });
});
