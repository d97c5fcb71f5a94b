import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { addMonths, monthOf } from '../../shared/dates/days.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { today } from './day-text.ts';
import { MonthEntries } from './month-entries.tsx';
import { MonthGrid } from './month-grid.tsx';

const words = centrePatient.month;

/** A month of the patient's diary, with the months before and after one press away. */
export function MonthPanel({ patient }: { readonly patient: string }): VNode {
  const [month, setMonth] = useState(() => monthOf(today()));
  const reading = useCall('get-patient-month', { params: { p: patient }, query: { month } });
  const step = (count: number) => () => {
    setMonth(addMonths(month, count));
  };
  return (
    <section aria-labelledby="diary-title" class="panel panel-month">
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
      {reading.value === undefined ? (
        <div class="month-place">
          {reading.failure === undefined ? (
            <Waiting />
          ) : (
            <Failed failure={reading.failure} onRetry={() => void reading.again()} />
          )}
        </div>
      ) : (
        <>
          <MonthGrid view={reading.value} />
          <MonthEntries view={reading.value} patient={patient} />
        </>
      )}
    </section>
  );
}
