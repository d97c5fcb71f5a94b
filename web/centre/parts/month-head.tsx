import type { VNode } from 'preact';
import { dayWords } from '../../shared/dates/day-words.ts';
import { addMonths, monthOf } from '../../shared/dates/days.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { today } from './day-text.ts';

const words = centrePatient.month;

interface Props {
  readonly month: string;
  readonly show: (month: string) => void;
}

/** Which month it is, with the months before and after one press away. */
export function MonthHead({ month, show }: Props): VNode {
  const step = (count: number) => () => {
    show(addMonths(month, count));
  };
  return (
    <div class="month-head">
      <h2 id="diary-title" aria-live="polite">
        {words.title}: {dayWords.month(month)}
      </h2>
      <button type="button" class="button button-quiet" onClick={step(-1)}>
        {words.previous}
      </button>
      <button
        type="button"
        class="button button-quiet"
        onClick={step(1)}
        disabled={month >= addMonths(monthOf(today()), 3)}
      >
        {words.next}
      </button>
    </div>
  );
}
