import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { monthOf } from '../../shared/dates/days.ts';
import { today } from './day-text.ts';
import { EntryActs } from './entry-acts.tsx';
import { MonthEntries } from './month-entries.tsx';
import { MonthGrid } from './month-grid.tsx';
import { MonthHead } from './month-head.tsx';
import { PhotoButtons, photosOf } from './photo-buttons.tsx';

interface Props {
  readonly patient: string;
  /** The ids of the entries that are withheld from somebody. */
  readonly withheld: readonly string[];
}

/** A month of the patient's diary, with the months before and after one press away. */
export function MonthPanel({ patient, withheld }: Props): VNode {
  const [month, setMonth] = useState(() => monthOf(today()));
  const reading = useCall('get-patient-month', { params: { p: patient }, query: { month } });
  const view = reading.value;
  return (
    <section aria-labelledby="diary-title" class="panel panel-month">
      <MonthHead month={month} show={setMonth} />
      {view === undefined ? (
        <div class="month-place">
          {reading.failure === undefined ? (
            <Waiting />
          ) : (
            <Failed failure={reading.failure} onRetry={() => void reading.again()} />
          )}
        </div>
      ) : (
        <>
          <MonthGrid view={view} />
          <MonthEntries
            view={view}
            withheld={withheld}
            photos={(entry) => {
              const photos = photosOf(view, entry);
              return photos.length === 0 ? undefined : <PhotoButtons patient={patient} photos={photos} />;
            }}
            acts={(entry, about) => (
              <EntryActs entry={entry} at={`/patients/${patient}/entries/${month}`} about={about} />
            )}
          />
        </>
      )}
    </section>
  );
}
