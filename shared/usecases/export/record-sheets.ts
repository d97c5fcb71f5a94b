import type { DiaryRecord } from '#contracts/export.ts';
import type { Cell, Sheet } from '#usecases/ports/workbook.ts';
import { scheduleText } from './schedule-text.ts';
import { entrySheets } from './sheets.ts';

type Regimen = DiaryRecord['plans'][number]['regimens'][number];

const dayOr = (day: string | undefined): Cell => (day === undefined ? undefined : { day });
const numberOr = (number: number | undefined): Cell => (number === undefined ? undefined : { number });
const textOr = (text: string | undefined): Cell => (text === undefined ? undefined : { text });

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly cell: (plan: DiaryRecord['plans'][number], regimen: Regimen | undefined) => Cell;
}

const planColumns: readonly Column[] = [
  { heading: 'In force from', width: 14, cell: ({ effectiveOn }) => ({ day: effectiveOn }) },
  { heading: 'Kind', width: 16, cell: (_, regimen) => textOr(regimen?.kind ?? 'no treatment planned') },
  { heading: 'Product', width: 18, cell: (_, regimen) => textOr(regimen?.productName) },
  { heading: 'Amount', width: 10, cell: (_, regimen) => numberOr(regimen?.amount.value) },
  { heading: 'Unit', width: 6, cell: (_, regimen) => textOr(regimen?.amount.unit) },
  { heading: 'Of', width: 14, cell: (_, regimen) => textOr(regimen?.amount.moiety) },
  {
    heading: 'How often',
    width: 22,
    cell: (_, regimen) => (regimen === undefined ? undefined : { text: scheduleText(regimen.schedule) }),
  },
  { heading: 'Doses a day', width: 12, cell: (_, regimen) => numberOr(regimen?.dosesPerDay) },
  { heading: 'First planned day', width: 16, cell: (_, regimen) => dayOr(regimen?.anchor) },
  { heading: 'Last day', width: 12, cell: (_, regimen) => dayOr(regimen?.until) },
  { heading: 'Weight (kg)', width: 12, cell: ({ weightKg }) => numberOr(weightKg) },
  { heading: 'Weighed on', width: 12, cell: ({ weighedOn }) => dayOr(weighedOn) },
];

const planSheet = (plans: DiaryRecord['plans']): Sheet => ({
  name: 'Plan',
  columns: planColumns.map(({ heading, width }) => ({ heading, width })),
  // A plan that plans nothing ends the one before it, which is worth a row.
  rows: plans.flatMap((plan) =>
    (plan.regimens.length === 0 ? [undefined] : plan.regimens).map((regimen) =>
      planColumns.map(({ cell }) => cell(plan, regimen)),
    ),
  ),
});

const stockSheet = (rows: DiaryRecord['stock']['rows']): Sheet => ({
  name: 'Stock',
  columns: [
    { heading: 'Product', width: 18 },
    { heading: 'Container', width: 10 },
    { heading: 'Unit', width: 6 },
    { heading: 'Batch', width: 16 },
    { heading: 'Count', width: 8 },
    { heading: 'Expiry', width: 12 },
    { heading: 'Use until', width: 12 },
    { heading: 'Out of the refrigerator since', width: 26 },
    { heading: 'Recalled since', width: 14 },
  ],
  rows: rows.map((row) => [
    { text: row.productName },
    { number: row.strength },
    { text: row.unit },
    textOr(row.batch),
    { number: row.count },
    dayOr(row.expiresOn),
    dayOr(row.usableUntil),
    dayOr(row.roomTemperatureSince),
    dayOr(row.recalled?.since),
  ]),
});

const movementsSheet = (movements: DiaryRecord['stock']['movements']): Sheet => ({
  name: 'Stock changes',
  columns: [
    { heading: 'Day', width: 12 },
    { heading: 'What', width: 12 },
    { heading: 'Why', width: 12 },
    { heading: 'Product', width: 18 },
    { heading: 'Container', width: 10 },
    { heading: 'Unit', width: 6 },
    { heading: 'Batch', width: 16 },
    { heading: 'Count', width: 8 },
    { heading: 'Should have been', width: 16 },
    { heading: 'Expiry', width: 12 },
    { heading: 'Recorded by', width: 16 },
  ],
  rows: movements.flatMap(({ on, kind, reason, recordedBy, lines }) =>
    lines.map((line): Cell[] => [
      { day: on },
      { text: kind },
      textOr(reason),
      { text: line.productName },
      { number: line.strength },
      { text: line.unit },
      textOr(line.batch),
      { number: line.count },
      numberOr(line.expected),
      dayOr(line.expiresOn),
      { text: recordedBy },
    ]),
  ),
});

/** A diary as tables, one for each kind of thing in it: the sheets of the workbook and the files of the CSV. */
export const recordSheets = ({ entries, photos, plans, stock }: DiaryRecord): readonly Sheet[] => [
  ...entrySheets(
    entries.map((entry) => ({
      entry,
      photos: photos.filter(({ bleed }) => bleed === entry.id).length,
    })),
    false,
  ),
  planSheet(plans),
  stockSheet(stock.rows),
  movementsSheet(stock.movements),
];
