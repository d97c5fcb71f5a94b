import type { VNode } from 'preact';
import type { Failure } from '../../shared/api/failure.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { copySentence } from './copy-sentence.ts';

interface Props {
  /** When the copy was read, ISO. */
  readonly at: string;
  /** Why there is nothing newer. */
  readonly failure?: Failure | undefined;
  readonly again: () => void;
}

/** Says that this is a copy on this device, how old, and why; where the server failed, with a way to try again. */
export function AsOf({ at, failure, again }: Props): VNode {
  const { day, time } = localNow(deviceZone(), Date.parse(at));
  const { text, told } = copySentence(dayWords.at(day, time), failure);
  return (
    <>
      <p class="notice notice-info">{text}</p>
      {told !== undefined && <Failed failure={told} onRetry={again} />}
    </>
  );
}
