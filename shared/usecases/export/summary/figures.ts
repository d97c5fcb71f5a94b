import type { DiaryRecord } from '#contracts/export.ts';
import { formatAmount } from '#domain/format-amount.ts';
import type { Insights } from '#domain/insights/insights.ts';
import type { PageTable } from '#usecases/ports/clinic-page.ts';
import { factColumns, more } from './about-person.ts';
import { CAUSE_WORDS, dayText, monthText, placeWords, RATE_WORDS } from './page-words.ts';

const outOf = (part: number, whole: number): string => `${String(part)} of ${String(whole)}`;
const shareText = (part: number, whole: number, percent: number | undefined): string =>
  percent === undefined ? 'nothing was planned' : `${outOf(part, whole)} (${String(Math.round(percent))}%)`;

/** How complete the diary is, and how soon it was written: each with its n. */
export const recordingTable = (
  { recorded, accounted, lag }: Insights,
  { entries }: Pick<DiaryRecord, 'entries'>,
): PageTable => {
  const skipped = entries.filter(({ kind, voided }) => kind === 'not-taken' && voided === undefined).length;
  const online = (count: number): string =>
    lag.entries === 0 ? 'none were recorded online' : outOf(count, lag.entries);
  return {
    heading: 'What was recorded',
    columns: factColumns,
    rows: [
      ['Planned doses recorded', shareText(recorded.recorded, recorded.planned, recorded.percent)],
      ['Entries “not taken”', String(skipped)],
      ['Days accounted for', outOf(accounted.accounted, accounted.days)],
      ['Written within 24 hours', online(lag.within24Hours)],
      ['Written within 7 days', online(lag.within7Days)],
      ['Written after 28 days', online(lag.laterThan28Days)],
    ],
    empty: '',
    notes: [`Planned doses up to ${dayText(recorded.to)}.`],
    leftOut: more('lines'),
  };
};

/** Bleeds a year on observed days; none is given under the least number of days. */
export const ratesTable = ({ rates, minimumRateDays }: Insights): PageTable => {
  const observed = rates[0]?.observedDays ?? 0;
  return {
    heading: 'Bleeds a year',
    columns: [
      { heading: '', share: 0.4 },
      { heading: 'Bleeds', share: 0.15, isNumber: true },
      { heading: 'A year', share: 0.15, isNumber: true },
      { heading: 'On other days', share: 0.3, isNumber: true },
    ],
    rows: rates.map(({ kind, bleeds, perYear, bleedsOnUnobservedDays }) => [
      RATE_WORDS[kind],
      String(bleeds),
      perYear === undefined ? '–' : perYear.toFixed(1),
      String(bleedsOnUnobservedDays),
    ]),
    empty: '',
    notes: [
      observed < minimumRateDays
        ? `No rate under ${String(minimumRateDays)} accounted days; there are ${String(observed)}.`
        : `Reckoned on ${String(observed)} accounted days. “Other days”: in no rate.`,
    ],
    leftOut: more('rates'),
  };
};

/** Where the bleeds were, most first, with what began them and the target joints. */
export const placesTable = ({ bleeds, targetJoints }: Insights): PageTable => {
  const causes = bleeds.causes.filter(({ count }) => count > 0);
  const joints = targetJoints.joints.map((joint) => placeWords(joint));
  return {
    heading: `Bleeds by place (${String(bleeds.count)} in all)`,
    columns: [
      { heading: 'Place', share: 0.75 },
      { heading: 'Bleeds', share: 0.25, isNumber: true },
    ],
    rows: bleeds.places.map((place) => [placeWords(place), String(place.count)]),
    empty: 'No bleed was recorded.',
    notes: [
      ...(causes.length === 0
        ? []
        : [
            `Cause: ${causes.map(({ cause, count }) => `${CAUSE_WORDS[cause]} ${String(count)}`).join(', ')}`,
          ]),
      ...(joints.length === 0 ? [] : [`Target joints, by the diary: ${joints.join(', ')}`]),
    ],
    leftOut: more('places'),
  };
};

/** What was given of each product. Amounts of another unit or moiety are another row, never added. */
export const useTable = ({ use }: Insights): PageTable => ({
  heading: 'Treatments and amounts',
  columns: [
    { heading: 'Product', share: 0.32 },
    { heading: 'Treatments', share: 0.26, isNumber: true },
    { heading: 'Total', share: 0.26, isNumber: true },
    { heading: 'Of', share: 0.16 },
  ],
  rows: use.map(({ productName, treatments, total, moiety }) => [
    productName,
    String(treatments),
    total === undefined ? 'not added' : formatAmount(total),
    total === undefined ? '' : moiety,
  ]),
  empty: 'No treatment was recorded.',
  notes: [],
  leftOut: more('products'),
});

/** What was given in each month, the newest first. */
export const monthsTable = ({ use }: Insights): PageTable => ({
  heading: 'Treatments by month',
  columns: [
    { heading: 'Month', share: 0.25 },
    { heading: 'Product', share: 0.3 },
    { heading: 'Treatments', share: 0.15, isNumber: true },
    { heading: 'Total', share: 0.18, isNumber: true },
    { heading: 'Of', share: 0.12 },
  ],
  rows: use
    .flatMap(({ productName, moiety, months }) =>
      months.map(({ month, treatments, total }) => ({
        month,
        row: [
          monthText(month),
          productName,
          String(treatments),
          total === undefined ? 'not added' : formatAmount(total),
          total === undefined ? '' : moiety,
        ],
      })),
    )
    .toSorted((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : 0))
    .map(({ row }) => row),
  empty: 'No treatment was recorded.',
  notes: [],
  leftOut: more('lines, of earlier months'),
});
