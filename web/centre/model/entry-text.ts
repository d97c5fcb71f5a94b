import type { Entry } from '#contracts/entries.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { centreVocabulary } from '../../shared/words/en/centre-vocabulary.ts';

const {
  entry: words,
  reasons,
  sites,
  sides,
  causes,
  severities,
  responses,
  places,
  notTakenReasons,
  units,
} = centreVocabulary;

/** An entry as one line of a list: when, what, and what else is known of it. */
export interface EntryText {
  readonly when: string;
  readonly what: string;
  readonly detail: string;
}

type Of<K extends Entry['kind']> = Extract<Entry, { kind: K }>;

/** A number with its unit: `2,000 IU`. The moiety stands in the product's name. */
export const amountText = (value: number, unit: keyof typeof units): string =>
  `${value.toLocaleString('en-GB')} ${units[unit]}`;

function treatment(entry: Of<'treatment'>): EntryText {
  const batches = entry.containers.map(({ batch }) =>
    batch.kind === 'known' ? batch.number : batch.kind === 'unknown' ? words.batchUnknown : '',
  );
  const listed = [...new Set(batches)].filter((batch) => batch !== '').join(', ');
  return {
    when: `${dayWords.short(entry.when.local.slice(0, 10))} ${entry.when.local.slice(11)}`,
    what: words.treatment(entry.productName, amountText(entry.amount.value, entry.amount.unit)),
    detail: [
      reasons[entry.reason],
      places[entry.place],
      listed === '' ? '' : words.batches(listed),
      entry.note ?? '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  };
}

function bleed(entry: Of<'bleed'>): EntryText {
  const { startedAt, endedAt, site, side, cause, severity, pain, response, note } = entry;
  return {
    when: `${dayWords.short(startedAt.local.slice(0, 10))} ${startedAt.local.slice(11)}`,
    what: words.bleed(sites[site].toLowerCase(), side === 'none' ? undefined : sides[side].toLowerCase()),
    detail: [
      severities[severity],
      causes[cause],
      pain === undefined ? '' : words.pain(pain),
      entry.startedRoughly === true ? words.roughly : '',
      endedAt === undefined ? words.ongoing : '',
      response === undefined ? '' : responses[response],
      note ?? '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  };
}

const period = (from: string, to: string): string => words.from(dayWords.short(from), dayWords.short(to));

/** Puts an entry into words. */
export function entryText(entry: Entry): EntryText {
  if (entry.kind === 'treatment') return treatment(entry);
  if (entry.kind === 'bleed') return bleed(entry);
  const { from, to } = entry;
  if (entry.kind === 'not-taken') {
    const detail = entry.reason === undefined ? '' : notTakenReasons[entry.reason];
    return { when: period(from, to), what: words.notTaken, detail };
  }
  const said = entry.answers.map((answer) => words.answers[answer]).join(', ');
  return { when: period(from, to), what: words.confirmation, detail: said };
}
