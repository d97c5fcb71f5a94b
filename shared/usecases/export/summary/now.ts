import type { DiaryRecord } from '#contracts/export.ts';
import type { MonthView } from '#contracts/diary.ts';
import { formatAmount } from '#domain/format-amount.ts';
import type { PageTable } from '#usecases/ports/clinic-page.ts';
import { more } from './about-person.ts';
import { dayText, placeWords, SEVERITY_WORDS } from './page-words.ts';

export type OpenBleeds = Pick<MonthView['openBleeds'][number], 'site' | 'side' | 'startedAt' | 'severity'>[];

/** Bleeds without an end, the newest first. */
export const openBleedsTable = (open: OpenBleeds): PageTable => ({
  heading: 'Bleeds without an end today',
  columns: [
    { heading: 'Place', share: 0.4 },
    { heading: 'Began', share: 0.25 },
    { heading: 'How bad', share: 0.35 },
  ],
  rows: open
    .toSorted((a, b) => (a.startedAt.local < b.startedAt.local ? 1 : -1))
    .map((bleed) => [placeWords(bleed), dayText(bleed.startedAt.local), SEVERITY_WORDS[bleed.severity]]),
  empty: 'None.',
  notes: [],
  leftOut: more('bleeds'),
});

type Row = DiaryRecord['stock']['rows'][number];
const lastDay = ({ usableUntil, expiresOn }: Row): string => usableUntil ?? expiresOn ?? '';

/** Containers at home by product and strength, with the nearest last day. */
export const stockTable = (rows: readonly Row[]): PageTable => {
  const groups = Map.groupBy(
    rows.filter(({ count }) => count > 0),
    ({ productId, strength, unit }) => JSON.stringify([productId, strength, unit]),
  );
  const recalled = rows.filter((row) => row.count > 0 && row.recalled !== undefined);
  return {
    heading: 'At home today',
    columns: [
      { heading: 'Product', share: 0.35 },
      { heading: 'Container', share: 0.22, isNumber: true },
      { heading: 'Count', share: 0.15, isNumber: true },
      { heading: 'Use by, first', share: 0.28 },
    ],
    rows: [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const days = group.map((row) => lastDay(row)).filter((day) => day !== '');
      const nearest = days.toSorted()[0];
      return [
        [
          first.productName,
          formatAmount({ value: first.strength, unit: first.unit }),
          String(group.reduce((sum, { count }) => sum + count, 0)),
          nearest === undefined ? 'not known' : dayText(nearest),
        ],
      ];
    }),
    empty: 'Nothing is noted as being at home.',
    notes:
      recalled.length === 0
        ? []
        : [
            `Recalled: ${recalled.map(({ productName, batch }) => `${productName} ${batch ?? ''}`).join(', ')}`,
          ],
    leftOut: more('kinds of container'),
  };
};
