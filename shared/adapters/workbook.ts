import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Cell, Sheet, Workbooks } from '#usecases/ports/workbook.ts';
import { escapeXml, fixedParts, sheetEnd, sheetStart, STYLE } from './workbook-parts.ts';

/** Days between Excel's day 0 and 1970-01-01. Excel believes in 29 February 1900; no date here is that old. */
const EXCEL_EPOCH_DAYS = 25_569;
const MS_PER_DAY = 86_400_000;

const serial = (isoUtc: string): number => Date.parse(isoUtc) / MS_PER_DAY + EXCEL_EPOCH_DAYS;

/** `A`, `B` … `Z`, `AA` …: some readers need every cell's address. */
const columnName = (column: number): string => {
  const letter = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
};

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" t="inlineStr" s="${String(style)}"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** What spreadsheets take for the beginning of a formula when somebody edits the cell, or keeps the sheet as CSV. */
const LIKE_FORMULA = /^[=+\-@\t\r]/;

/** Text is typed as text, so `=cmd` stays what somebody wrote and is never a formula; nor is it after the cell was edited. */
const cellXml = (cell: Cell, at: string): string => {
  if (cell === undefined) return '';
  if ('text' in cell)
    return textCell(at, cell.text, LIKE_FORMULA.test(cell.text) ? STYLE.quoted : STYLE.plain);
  if ('number' in cell) return `<c r="${at}"><v>${String(cell.number)}</v></c>`;
  if ('day' in cell)
    return `<c r="${at}" s="${String(STYLE.day)}"><v>${String(serial(`${cell.day}T00:00Z`))}</v></c>`;
  return `<c r="${at}" s="${String(STYLE.localTime)}"><v>${String(serial(`${cell.localTime}Z`))}</v></c>`;
};

const rowXml = (row: number, cells: readonly string[]): string =>
  `<row r="${String(row)}">${cells.join('')}</row>`;

const dataRow = (row: number, cells: readonly Cell[]): string =>
  rowXml(
    row,
    cells.map((cell, column) => cellXml(cell, `${columnName(column)}${String(row)}`)),
  );

const headingRow = (headings: readonly string[]): string =>
  rowXml(
    1,
    headings.map((heading, column) => textCell(`${columnName(column)}1`, heading, STYLE.heading)),
  );

/** Rows that are zipped at once: enough to compress well, little enough to keep memory flat. */
const ROWS_PER_CHUNK = 500;

async function* sheetXml(sheet: Sheet): AsyncGenerator<string> {
  let chunk = sheetStart(sheet.columns) + headingRow(sheet.columns.map(({ heading }) => heading));
  let rows = 1;
  for await (const row of sheet.rows) {
    rows += 1;
    chunk += dataRow(rows, row);
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
