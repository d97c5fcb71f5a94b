import type { ExportFormat } from '#contracts/export-formats.ts';
import { diaryRecord, type DiaryRecord } from '#contracts/export.ts';
import type { FileAnswer } from '#usecases/ports/file-answer.ts';
import type { ClinicPages } from '#usecases/ports/clinic-page.ts';
import type { Workbooks } from '#usecases/ports/workbook.ts';
import { csvZip } from './csv.ts';
import { fhirBundle } from './fhir/bundle.ts';
import { recordSheets } from './record-sheets.ts';
import { clinicPageOf, type SummaryFacts } from './summary/clinic-page-of.ts';

/** What files are written with. */
export interface Writers {
  readonly workbooks: Workbooks;
  readonly clinicPages: ClinicPages;
}

/** A diary to be written, and what only its summary says, read where that is asked for. */
export interface Written {
  readonly record: DiaryRecord;
  readonly facts: () => Promise<SummaryFacts>;
}

const TYPES = {
  excel: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  pdf: ['pdf', 'application/pdf'],
  csv: ['zip', 'application/zip'],
  json: ['json', 'application/json'],
  fhir: ['json', 'application/fhir+json'],
} as const satisfies Readonly<Record<ExportFormat, readonly [string, string]>>;

const utf8 = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value, undefined, 2));

const bytesOf = async (
  { workbooks, clinicPages }: Writers,
  format: ExportFormat,
  { record, facts }: Written,
): Promise<Uint8Array> => {
  switch (format) {
    case 'excel': {
      const chunks: Uint8Array[] = [];
      for await (const chunk of workbooks.write(recordSheets(record))) chunks.push(chunk);
      return Buffer.concat(chunks);
    }
    case 'pdf':
      return clinicPages.write(clinicPageOf(record, await facts()));
    case 'csv':
      return csvZip(recordSheets(record));
    case 'json':
      // Through its schema, as every answer: a field nobody described stays here.
      return utf8(diaryRecord.parse(record));
    case 'fhir':
      return utf8(fhirBundle(record));
  }
};

/** What somebody is told of a file before they save it. */
const contentsOf = ({ entries }: DiaryRecord): Record<string, number> => {
  const count = (kind: string): number => entries.filter((entry) => entry.kind === kind).length;
  const [treatments, bleeds] = [count('treatment'), count('bleed')];
  return { treatments, bleeds, others: entries.length - treatments - bleeds };
};

/** A period of a diary as a file. Its name tells nothing of the person: file names end up in mails and on screens. */
export const fileOf = async (
  context: Writers,
  format: ExportFormat,
  written: Written,
): Promise<FileAnswer> => {
  const { record } = written;
  const [extension, contentType] = TYPES[format];
  const kind = format === 'fhir' ? '-fhir' : '';
  return {
    fileName: `haemdiary-${record.from}-${record.to}${kind}.${extension}`,
    contentType,
    contents: contentsOf(record),
    bytes: await bytesOf(context, format, written),
  };
};
