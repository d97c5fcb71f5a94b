import type { Entry } from '#contracts/entries.ts';
import { REASONS } from '#domain/vocabulary.ts';
import type { Cell, Sheet } from '#usecases/ports/workbook.ts';

const text = (value: string | undefined): Cell =>
  value === undefined || value === '' ? undefined : { text: value };
const yesNo = (value: boolean): Cell => ({ text: value ? 'yes' : 'no' });

/** An entry with whose it is; the person columns are there only in a centre's export. */
export interface ExportRow {
  readonly entry: Entry;
  /** How many photos a bleed has; the pictures themselves are in no export. Not known in a centre's export. */
  readonly photos?: number;
  readonly person?: { readonly name: string; readonly number: string | undefined };
}

type Of<K extends Entry['kind']> = Extract<Entry, { kind: K }>;
interface Column<E extends Entry> {
  readonly heading: string;
  readonly width: number;
  readonly cell: (entry: E, row: ExportRow) => Cell;
}

const recordedColumns: readonly Column<Entry>[] = [
  { heading: 'Note', width: 30, cell: (entry) => text('note' in entry ? entry.note : undefined) },
  { heading: 'Recorded by', width: 16, cell: (entry) => text(entry.recordedBy) },
  { heading: 'Recorded from', width: 14, cell: (entry) => text(entry.source) },
  { heading: 'Typed at (UTC)', width: 18, cell: (entry) => ({ localTime: entry.typedAt.slice(0, 19) }) },
  { heading: 'Taken out', width: 10, cell: (entry) => yesNo(entry.voided !== undefined) },
  { heading: 'Why taken out', width: 24, cell: (entry) => text(entry.voided?.reason) },
  { heading: 'Entry id', width: 38, cell: (entry) => text(entry.id) },
];

const reasonCode = (id: string): number => REASONS.find((reason) => reason.id === id)?.code ?? 9;
const batchText = ({ batch }: Of<'treatment'>['containers'][number]): string =>
  batch.kind === 'known'
    ? batch.number
    : batch.kind === 'unknown'
      ? `not known (${batch.reason})`
      : 'not needed';

const treatmentColumns: readonly Column<Of<'treatment'>>[] = [
  { heading: 'Given at (local)', width: 18, cell: (entry) => ({ localTime: entry.when.local }) },
  { heading: 'Time zone', width: 16, cell: (entry) => text(entry.when.zone) },
  { heading: 'Product', width: 18, cell: (entry) => text(entry.productName) },
  { heading: 'Amount', width: 10, cell: (entry) => ({ number: entry.amount.value }) },
  { heading: 'Unit', width: 6, cell: (entry) => text(entry.amount.unit) },
  { heading: 'Of', width: 14, cell: (entry) => text(entry.amount.moiety) },
  { heading: 'Reason', width: 18, cell: (entry) => text(entry.reason) },
  { heading: 'Reason code', width: 12, cell: (entry) => ({ number: reasonCode(entry.reason) }) },
  {
    heading: 'Containers',
    width: 20,
    cell: (entry) =>
      text(
        entry.containers.map(({ count, strength }) => `${String(count)} × ${String(strength)}`).join('; '),
      ),
  },
  {
    heading: 'Batches',
    width: 24,
    cell: (entry) => text(entry.containers.map((one) => batchText(one)).join('; ')),
  },
  {
    heading: 'Expiry',
    width: 14,
    cell: (entry) =>
      text(
        entry.containers
          .map(({ expiresOn }) => expiresOn ?? '–')
          .join('; ')
          .replace(/^[–; ]+$/, ''),
      ),
  },
  { heading: 'Place', width: 10, cell: (entry) => text(entry.place) },
  { heading: 'From home stock', width: 14, cell: (entry) => yesNo(entry.fromHomeStock) },
  { heading: 'For bleeds', width: 38, cell: (entry) => text(entry.bleeds.join('; ')) },
  ...recordedColumns,
];

const bleedColumns: readonly Column<Of<'bleed'>>[] = [
  { heading: 'Started (local)', width: 18, cell: (entry) => ({ localTime: entry.startedAt.local }) },
  {
    heading: 'Ended (local)',
    width: 18,
    cell: (entry) => (entry.endedAt === undefined ? undefined : { localTime: entry.endedAt.local }),
  },
  { heading: 'Site', width: 16, cell: (entry) => text(entry.site) },
  { heading: 'Side', width: 8, cell: (entry) => text(entry.side) },
  { heading: 'Cause', width: 14, cell: (entry) => text(entry.cause) },
  { heading: 'Severity (0–2)', width: 14, cell: (entry) => ({ number: entry.severity }) },
  {
    heading: 'Pain (0–10)',
    width: 12,
    cell: (entry) => (entry.pain === undefined ? undefined : { number: entry.pain }),
  },
  { heading: 'Response', width: 12, cell: (entry) => text(entry.response) },
  { heading: 'Start is rough', width: 12, cell: (entry) => yesNo(entry.startedRoughly === true) },
  { heading: 'Same as (entry id)', width: 38, cell: (entry) => text(entry.sameAs) },
  {
    heading: 'Photos',
    width: 8,
    cell: (_, { photos }) => (photos === undefined ? undefined : { number: photos }),
  },
  ...recordedColumns,
];

const notTakenColumns: readonly Column<Of<'not-taken'>>[] = [
  { heading: 'From', width: 12, cell: (entry) => ({ day: entry.from }) },
  { heading: 'To', width: 12, cell: (entry) => ({ day: entry.to }) },
  { heading: 'Reason', width: 18, cell: (entry) => text(entry.reason) },
  ...recordedColumns,
];

const confirmationColumns: readonly Column<Of<'confirmation'>>[] = [
  { heading: 'From', width: 12, cell: (entry) => ({ day: entry.from }) },
  { heading: 'To', width: 12, cell: (entry) => ({ day: entry.to }) },
  { heading: 'Confirmed', width: 28, cell: (entry) => text(entry.answers.join('; ')) },
  ...recordedColumns,
];

const isOf =
  <K extends Entry['kind']>(kind: K) =>
  (row: ExportRow): row is ExportRow & { readonly entry: Of<K> } =>
    row.entry.kind === kind;

const personColumns = [
  { heading: 'Patient', width: 24 },
  { heading: 'Patient id', width: 16 },
];

type Rows = Iterable<ExportRow> | AsyncIterable<ExportRow>;

async function* cellsOf<K extends Entry['kind']>(
  kind: K,
  columns: readonly Column<Of<K>>[],
  rows: Rows,
  withPerson: boolean,
): AsyncGenerator<readonly Cell[]> {
  for await (const row of rows) {
    if (!isOf(kind)(row)) continue;
    const person = withPerson ? [text(row.person?.name), text(row.person?.number)] : [];
    yield [...person, ...columns.map(({ cell }) => cell(row.entry, row))];
  }
}

/** Treatments go through; what belongs on another sheet waits, which is little beside them. */
async function* treatmentsOf(rows: Rows, others: ExportRow[]): AsyncGenerator<ExportRow> {
  for await (const row of rows) {
    if (row.entry.kind === 'treatment') yield row;
    else others.push(row);
  }
}

/** The four sheets of an export. `rows` is read once, while the first sheet is written. */
export const entrySheets = (rows: Rows, withPerson: boolean): readonly Sheet[] => {
  const others: ExportRow[] = [];
  const sheet = <K extends Entry['kind']>(
    name: string,
    kind: K,
    columns: readonly Column<Of<K>>[],
    from: Rows,
  ): Sheet => ({
    name,
    columns: [
      ...(withPerson ? personColumns : []),
      ...columns.map(({ heading, width }) => ({ heading, width })),
    ],
    rows: cellsOf(kind, columns, from, withPerson),
  });
  return [
    sheet('Treatments', 'treatment', treatmentColumns, treatmentsOf(rows, others)),
    sheet('Bleeds', 'bleed', bleedColumns, others),
    sheet('Not taken', 'not-taken', notTakenColumns, others),
    sheet('Confirmed', 'confirmation', confirmationColumns, others),
  ];
};
