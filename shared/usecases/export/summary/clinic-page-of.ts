import { Temporal } from 'temporal-polyfill';
import type { DiaryRecord } from '#contracts/export.ts';
import type { Insights } from '#domain/insights/insights.ts';
import type { ClinicPage } from '#usecases/ports/clinic-page.ts';
import { personTable, planTable } from './about-person.ts';
import { monthsTable, placesTable, ratesTable, recordingTable, useTable } from './figures.ts';
import { openBleedsTable, stockTable, type OpenBleeds } from './now.ts';
import { dayText, windowText } from './page-words.ts';

/** What the page says besides the record itself. */
export interface SummaryFacts {
  readonly insights: Insights;
  readonly openBleeds: OpenBleeds;
  /** Local day at home. */
  readonly today: string;
}

const madeText = ({ madeAt, homeZone }: DiaryRecord): string => {
  const local = Temporal.Instant.from(madeAt).toZonedDateTimeISO(homeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `Made on ${dayText(local.toPlainDate().toString())} at ${time}`;
};

/** A period of a diary on a page for the clinic. Its figures are those of the insights, each with its n and window. */
export const clinicPageOf = (record: DiaryRecord, facts: SummaryFacts): ClinicPage => {
  const { insights, openBleeds, today } = facts;
  const { person, stock, madeAt } = record;
  return {
    title: 'Summary for the clinic',
    lead: [
      `From the diary of ${person.givenName} ${person.familyName}`,
      `${windowText(insights.window)} (${String(insights.accounted.days)} days). ${madeText(record)}.`,
    ],
    bands: [
      [personTable(record), recordingTable(insights, record)],
      [planTable(record, insights.window.to), ratesTable(insights)],
      [placesTable(insights), useTable(insights)],
      [openBleedsTable(openBleeds), stockTable(stock.rows)],
      [monthsTable(insights)],
    ],
    foot: [
      `Written with Haemdiary from what was recorded at home up to ${dayText(today)}.`,
      'It is a diary: not a medical record, not medical advice. Days without an entry say nothing about bleeds.',
    ],
    madeAt,
    language: 'en-GB',
  };
};
