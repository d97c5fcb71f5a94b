import type { VNode } from 'preact';
import type { MonthView } from '#contracts/diary.ts';
import type { Entry } from '#contracts/entries.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { commonWords } from '../../shared/words/en/common.ts';

interface Props {
  readonly patient: string;
  readonly month: string;
  readonly id: string;
  /** Finds one that was taken out, too. */
  readonly voidedToo?: boolean;
  readonly children: (entry: Entry, view: MonthView) => VNode;
}

/** Finds one entry in its month: the API has no route for a single entry. */
export function OneEntry({ patient, month, id, voidedToo = false, children }: Props): VNode {
  const reading = useCall('get-patient-month', { params: { p: patient }, query: { month } });
  if (reading.value === undefined) {
    if (reading.failure === undefined) return <Waiting />;
    return <Failed failure={reading.failure} onRetry={() => void reading.again()} />;
  }
  const entry = reading.value.entries.find((one) => one.id === id);
  if (entry === undefined || (entry.voided !== undefined && !voidedToo))
    return <p>{commonWords.notFoundText}</p>;
  return children(entry, reading.value);
}
