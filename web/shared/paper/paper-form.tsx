import type { VNode } from 'preact';
import type { Plan } from '#domain/plan.ts';
import { dayWords } from '../dates/day-words.ts';
import { addDays } from '../dates/days.ts';
import { paperWords as words } from '../words/en/paper.ts';
import { linesOf } from './paper-week.ts';
import { RuledTable } from './ruled-table.tsx';

/** What is printed into a form. What is missing is a line to write on. */
export interface PaperContent {
  readonly name: string;
  readonly number: string;
  readonly plans: readonly Plan[];
  /** The plan in force on a day, in words. */
  readonly planWords: (day: string) => readonly string[];
  readonly productName: (productId: string) => string;
  /** Name and address, as far as they are known. */
  readonly centre: string;
  readonly emergencyPhone: string;
}

const BLEED_LINES = 5;
const NOT_TAKEN_LINES = 2;
const empty = (count: number): Record<string, string>[] => Array.from({ length: count }, () => ({}));

const Line = ({ label, text }: { readonly label: string; readonly text: string }): VNode => (
  <span class="paper-line">
    {label} <bdi>{text}</bdi>
  </span>
);

function Treatments({ content, from }: WeekProps): VNode {
  const lines = linesOf(content.plans, from);
  return (
    <>
      <RuledTable
        caption={words.treatments}
        kind={lines.length > 16 ? 'treatments paper-dense' : 'treatments'}
        columns={words.columns}
        rows={lines.map(({ day, productId }) => ({
          day: day === undefined ? undefined : dayWords.short(day),
          product: productId === undefined ? undefined : content.productName(productId),
        }))}
      />
      <p class="paper-small">
        {words.reasonsTitle} {words.reasons.join(' · ')}. {words.placeHint}
      </p>
    </>
  );
}

function BelowTreatments(): VNode {
  return (
    <>
      <RuledTable
        caption={words.bleeds}
        kind="bleeds"
        columns={words.bleedColumns}
        rows={empty(BLEED_LINES).map((_, place) => ({ number: String(place + 1) }))}
      />
      <p class="paper-small">{words.severities}</p>
      <div class="paper-halves">
        <RuledTable
          caption={words.notTaken}
          kind="not-taken"
          columns={words.notTakenColumns}
          rows={empty(NOT_TAKEN_LINES)}
        />
        <div>
          <p>{words.confirm}</p>
          <p class="paper-tick">{words.noBleeds}</p>
          <p class="paper-tick">{words.noOther}</p>
        </div>
      </div>
    </>
  );
}

interface WeekProps {
  readonly content: PaperContent;
  /** The first day; without it, it is written by hand. */
  readonly from: string | undefined;
}

function Week({ content, from }: WeekProps): VNode {
  const { name, number, planWords, centre, emergencyPhone } = content;
  return (
    <section class="paper-page">
      <header class="paper-head">
        <h2>{words.form}</h2>
        {from === undefined ? (
          <Line label={words.weekBlank} text="" />
        ) : (
          <p>{words.week(dayWords.long(from), dayWords.long(addDays(from, 6)))}</p>
        )}
      </header>
      <p class="paper-head">
        <Line label={`${words.name}:`} text={name} />
        <Line label={`${words.number}:`} text={number} />
      </p>
      <p class="paper-plan">
        <Line label={words.plan} text={from === undefined ? '' : planWords(from).join(words.between)} />
      </p>
      <Treatments content={content} from={from} />
      <BelowTreatments />
      <p class="paper-head">
        <Line label={words.signed} text="" />
        <Line label={words.signedOn} text="" />
      </p>
      <p class="paper-small">
        {centre !== '' && <span>{words.returnTo(centre)}. </span>}
        {emergencyPhone !== '' && <strong>{words.emergency(emergencyPhone)}</strong>}
      </p>
    </section>
  );
}

interface Props {
  readonly content: PaperContent;
  readonly weeks: number;
  /** The first day of the first week. */
  readonly first: string | undefined;
}

/** Home treatment forms, an A4 page for each week. */
export function PaperForm({ content, weeks, first }: Props): VNode {
  return (
    <div class="paper">
      {Array.from({ length: weeks }, (_, week) => (
        <Week
          key={week}
          content={content}
          from={first === undefined ? undefined : addDays(first, week * 7)}
        />
      ))}
    </div>
  );
}
