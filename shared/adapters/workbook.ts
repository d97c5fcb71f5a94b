import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Cell, Sheet, Workbooks } from '#usecases/ports/workbook.ts';
import { escapeXml, fixedParts, sheetEnd, sheetStart, STYLE } from './workbook-parts.ts';

/** Days between Excel's day 0 and 1970-01-01. Excel believes in 29 February 1900; no date here is that old. */
const EXCEL_EPOCH_DAYS = 25_569;
const MS_PER_DAY = 86_400_000;

const serial = (isoUtc: string): number => Date.parse(isoUtc) / MS_PER_DAY + EXCEL_EPOCH_DAYS;

const textCell = (text: string, style: number): string =>
  `<c t="inlineStr" s="${String(style)}"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** Text is typed as text, so `=cmd` stays what somebody wrote and is never a formula. */
const cellXml = (cell: Cell): string => {
  if (cell === undefined) return '<c/>';
  if ('text' in cell) return textCell(cell.text, STYLE.plain);
  if ('number' in cell) return `<c><v>${String(cell.number)}</v></c>`;
  if ('day' in cell) return `<c s="${String(STYLE.day)}"><v>${String(serial(`${cell.day}T00:00Z`))}</v></c>`;
  return `<c s="${String(STYLE.localTime)}"><v>${String(serial(`${cell.localTime}Z`))}</v></c>`;
};

const rowXml = (cells: readonly Cell[]): string =>
  `<row>${cells.map((cell) => cellXml(cell)).join('')}</row>`;

/** Rows that are zipped at once: enough to compress well, little enough to keep memory flat. */
const ROWS_PER_CHUNK = 500;

async function* sheetXml(sheet: Sheet): AsyncGenerator<string> {
  const headings = sheet.columns.map(({ heading }) => textCell(heading, STYLE.heading)).join('');
  let chunk = `${sheetStart(sheet.columns)}<row>${headings}</row>`;
  let rows = 0;
  for await (const row of sheet.rows) {
    chunk += rowXml(row);
    rows += 1;
    if (rows % ROWS_PER_CHUNK === 0) {
      yield chunk;
      chunk = '';
    }
  }
  yield chunk + sheetEnd;
}

/** A zip whose bytes can be taken out as they come. */
const openZip = () => {
  const waiting: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    waiting.push(bytes);
  });
  const begin = (path: string): ZipDeflate => {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    return file;
  };
  return {
    begin,
    end: () => {
      zip.end();
    },
    take: () => waiting.splice(0),
  };
};

async function* write(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const zip = openZip();
  for (const [path, content] of Object.entries(fixedParts(sheets.map(({ name }) => name)))) {
    zip.begin(path).push(strToU8(content), true);
  }
  for (const [place, sheet] of sheets.entries()) {
    const file = zip.begin(`xl/worksheets/sheet${String(place + 1)}.xml`);
    for await (const chunk of sheetXml(sheet)) {
      file.push(strToU8(chunk), false);
      yield* zip.take();
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* zip.take();
}

/** Excel workbooks, streamed over a zip library: a year of a country fits in the memory of a small function. */
export const workbooks: Workbooks = { write };
