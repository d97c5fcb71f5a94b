import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync } from 'fflate';
import type { Cell, Sheet } from '#usecases/ports/workbook.ts';

const value = (cell: Cell): string | number => {
  if (cell === undefined) return '';
  if ('text' in cell) return cell.text;
  if ('number' in cell) return cell.number;
  return 'day' in cell ? cell.day : cell.localTime.replace('T', ' ');
};

/**
 * One table as CSV: a byte order mark, so that spreadsheets read it as UTF-8; line ends as in RFC 4180; and text that
 * begins like a formula behind an apostrophe, so that opening the file runs nothing.
 */
const csvOf = async ({ columns, rows }: Sheet): Promise<string> => {
  const lines: (string | number)[][] = [columns.map(({ heading }) => heading)];
  for await (const row of rows) lines.push(row.map((cell) => value(cell)));
  return stringify(lines, { bom: true, escape_formulas: true, record_delimiter: 'windows' });
};

/** The tables as one zip: different kinds of things have different columns, so each has a file of its own. */
export const csvZip = async (sheets: readonly Sheet[]): Promise<Uint8Array> => {
  const files: Record<string, Uint8Array> = {};
  for (const sheet of sheets) {
    files[`${sheet.name.toLowerCase().replaceAll(' ', '-')}.csv`] = strToU8(await csvOf(sheet));
  }
  return zipSync(files);
};
