import type { DiaryRecord } from '#contracts/export.ts';
import { parseFactorLevel, severityBand } from '#domain/factor-level.ts';
import { formatAmount } from '#domain/format-amount.ts';
import { planInForce } from '#domain/plan.ts';
import type { PageTable } from '#usecases/ports/clinic-page.ts';
import { scheduleText } from '../schedule-text.ts';
import { dayText, DIAGNOSIS_WORDS, REGIMEN_WORDS } from './page-words.ts';

export const factColumns = [
  { heading: '', share: 0.42 },
  { heading: '', share: 0.58 },
];
export const more =
  (what: string) =>
  (count: number): string =>
    `+ ${String(count)} more ${what}`;

const severityText = (level: string | undefined): string => {
  if (level === undefined) return 'not in the diary';
  const parsed = parseFactorLevel(level);
  const band = parsed === undefined ? undefined : severityBand(parsed);
  return band === undefined ? `${level} IU/dL` : `${level} IU/dL (${band})`;
};

/** Whose diary it is and where they are cared for. Identifiers beyond that are in no export. */
export const personTable = ({ person, centre }: DiaryRecord): PageTable => ({
  heading: 'Person',
  columns: factColumns,
  rows: [
    ['Name', `${person.givenName} ${person.familyName}`],
    ['Born', dayText(person.birthDate)],
    ['Diagnosis', DIAGNOSIS_WORDS[person.diagnosis]],
    ['Factor level', severityText(person.factorLevel)],
    ['Centre', centre.name],
    ['Centre, day and night', centre.emergencyPhone],
  ],
  empty: '',
  notes: [],
  leftOut: more('lines'),
});

/** The plan in force on a day, a row for each regimen. */
export const planTable = ({ plans }: DiaryRecord, day: string): PageTable => {
  const plan = planInForce(plans, day);
  const { weightKg, weighedOn } = plan ?? {};
  return {
    heading: plan === undefined ? 'Plan' : `Plan in force from ${dayText(plan.effectiveOn)}`,
    columns: [
      { heading: 'Kind', share: 0.21 },
      { heading: 'Product', share: 0.27 },
      { heading: 'Amount', share: 0.2, isNumber: true },
      { heading: 'How often', share: 0.32 },
    ],
    rows: (plan?.regimens ?? []).map((regimen) => [
      REGIMEN_WORDS[regimen.kind],
      regimen.productName,
      formatAmount(regimen.amount),
      regimen.dosesPerDay > 1
        ? `${scheduleText(regimen.schedule)}, ${String(regimen.dosesPerDay)} a day`
        : scheduleText(regimen.schedule),
    ]),
    empty: plan === undefined ? 'No plan is in the diary.' : 'Nothing is planned.',
    notes:
      weightKg === undefined
        ? []
        : [`Weight: ${String(weightKg)} kg${weighedOn === undefined ? '' : `, on ${dayText(weighedOn)}`}`],
    leftOut: more('parts of the plan'),
  };
};
