import type { PageTable } from '#usecases/ports/clinic-page.ts';

/** Heights in points: of a row, of a heading with its rule, of a note, and below a table. */
export const LINE = 12;
export const HEADING = 16;
export const NOTE = 11;
export const GAP = 9;

/** Whether a table has a line of headings. */
export const hasColumnHeadings = ({ columns }: PageTable): boolean =>
  columns.some(({ heading }) => heading !== '');

/** The height of a table of which so many rows are drawn; one line more where rows are left out. */
export const heightOf = (table: PageTable, shown: number): number => {
  const lines = Math.max(1, shown + (shown < table.rows.length ? 1 : 0));
  const above = HEADING + (hasColumnHeadings(table) ? LINE : 0);
  return above + lines * LINE + table.notes.length * NOTE + GAP;
};

/** A row fewer; of a table that is whole two fewer, as the line that counts them takes the place of one. */
const fewer = (shown: number, rows: number): number => (shown === rows ? Math.max(1, rows - 2) : shown - 1);

/**
 * How many rows of each table are drawn so that all of them fit. Cut is the longest of the tables that make their band as
 * tall as it is, so that no kind of thing goes missing because there is much of another.
 *
 * @param room points for all bands
 * @throws Error where not even a row of each fits: there are too many tables, whatever is in them
 */
export const fitRows = (bands: readonly (readonly PageTable[])[], room: number): number[][] => {
  let shown = bands.map((band) => band.map(({ rows }) => rows.length));
  for (;;) {
    const tables = bands.flatMap((band, at) =>
      band.map((table, place) => {
        const rows = shown[at]?.[place] ?? 0;
        return { at, place, rows, all: table.rows.length, height: heightOf(table, rows) };
      }),
    );
    const tallest = bands.map((_, at) =>
      Math.max(...tables.filter((one) => one.at === at).map(({ height }) => height)),
    );
    if (tallest.reduce((sum, height) => sum + height, 0) <= room) return shown;
    const [cut] = tables
      .filter(({ at, rows, height }) => rows > 1 && height === tallest[at])
      .sort((a, b) => b.rows - a.rows);
    if (cut === undefined) throw new Error('The page has no room for its tables.');
    shown = shown.map((band, at) =>
      band.map((rows, place) => (at === cut.at && place === cut.place ? fewer(rows, cut.all) : rows)),
    );
  }
};
