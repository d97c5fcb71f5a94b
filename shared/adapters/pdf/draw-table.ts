import type { PageTable } from '#usecases/ports/clinic-page.ts';
import { GAP, hasColumnHeadings, HEADING, heightOf, LINE, NOTE } from './fit-rows.ts';
import type { Style } from './pen.ts';
import type { Box, Element, Tags } from './tags.ts';

const BODY: Style = { weight: 'normal', size: 8.5 };
const STRONG: Style = { weight: 'bold', size: 8.5 };
const HEAD: Style = { weight: 'bold', size: 10 };
const SMALL: Style = { weight: 'normal', size: 8 };
/** Points between the columns, and between a rule and what is below it. */
const PADDING = 6;
const ABOVE_ROWS = 3;

interface Row {
  readonly texts: readonly string[];
  readonly box: Box;
  readonly isHead: boolean;
}

const rowOf = (tags: Tags, { columns }: PageTable, { texts, box, isHead }: Row): Element => {
  let x = box.x;
  const cells = columns.map(({ share, isNumber = false }, place) => {
    const cell = { ...box, x, width: share * box.width - PADDING };
    x += share * box.width;
    const scope = isHead ? 'Column' : place === 0 ? 'Row' : undefined;
    return tags.text(scope === undefined ? 'TD' : 'TH', texts[place] ?? '', {
      box: cell,
      style: isHead ? STRONG : BODY,
      atEnd: isNumber,
      ...(scope === undefined ? {} : { scope }),
    });
  });
  return tags.group('TR', undefined, cells);
};

/** The rows, and below them that there are none or how many are left out. */
const bodyOf = (tags: Tags, table: PageTable, shown: number, { x, y, width }: Box): Element[] => {
  const { rows, columns, empty, leftOut } = table;
  const line = (place: number): Box => ({ x, y: y + place * LINE, width });
  if (rows.length === 0) return [tags.text('P', empty, { box: line(0), style: SMALL })];
  const headings = hasColumnHeadings(table) ? [columns.map(({ heading }) => heading)] : [];
  const lines = [...headings, ...rows.slice(0, shown)].map((texts, place) =>
    rowOf(tags, table, { texts, box: line(place), isHead: place < headings.length }),
  );
  const left = rows.length - shown;
  return [
    tags.group('Table', undefined, lines),
    ...(left === 0 ? [] : [tags.text('P', leftOut(left), { box: line(lines.length), style: SMALL })]),
  ];
};

/** Draws a table with its heading, its notes and what is left out of it, in a section of the tags. */
export const drawTable = (tags: Tags, table: PageTable, shown: number, { x, y, width }: Box): Element => {
  const { heading, notes } = table;
  const bottom = y + heightOf(table, shown) - GAP;
  tags.rule({ x, y: y + HEADING - ABOVE_ROWS, width });
  return tags.group('Sect', heading, [
    tags.text('H2', heading, { box: { x, y, width }, style: HEAD }),
    ...bodyOf(tags, table, shown, { x, y: y + HEADING, width }),
    ...notes.map((note, place) =>
      tags.text('P', note, {
        box: { x, y: bottom - (notes.length - place) * NOTE, width },
        style: SMALL,
      }),
    ),
  ]);
};
