import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SharedMonth } from '#contracts/sharing.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { monthOf } from '../../shared/dates/days.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { centreSharing } from '../../shared/words/en/centre-sharing.ts';
import { ageOn } from '../model/age-on.ts';
import { dayText, lastDayText, today } from './day-text.ts';

const words = centreSharing.shared;

interface Shown {
  readonly view: SharedMonth;
  readonly show: (month: string) => void;
  readonly again: () => void;
}
interface Props {
  readonly params: Readonly<Record<string, string>>;
  /** The heading, where it isn't the patient's name. */
  readonly title?: string;
  readonly back: string;
  readonly children: (shown: Shown) => VNode;
}

/** A page about a diary that another centre shares: whose it is and who shares it stay in sight. */
export function SharedDiary({ params, title, back, children }: Props): VNode {
  const { c = '', p = '' } = params;
  const [month, show] = useState(() => params['month'] ?? monthOf(today()));
  const reading = useCall('get-shared-month', { params: { c, p }, query: { month } });
  const view = reading.value;
  return (
    <Page title={title ?? view?.shared.name ?? words.title} back={back}>
      {view === undefined ? (
        reading.failure === undefined ? (
          <Waiting />
        ) : (
          <Failed failure={reading.failure} onRetry={() => void reading.again()} />
        )
      ) : (
        <>
          <p class="patient-strip">
            <strong>{view.shared.name}</strong>
            <span>
              {centrePatient.born(dayText(view.shared.birthDate), ageOn(view.shared.birthDate, today()))}
            </span>
            <span>{words.of(view.shared.centreName)}</span>
            <span>{centreSharing.panel.until(lastDayText(view.shared.endsOn))}</span>
          </p>
          {children({ view, show, again: () => void reading.again() })}
        </>
      )}
    </Page>
  );
}
