import type { RecordingStatus } from '#contracts/diary.ts';
import { centre } from '../../shared/words/en/centre.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';

const words = centrePatient.recording;

/**
 * Why recording stands where it stands, in sentences for staff: what counts, since when, and what comes next.
 * `day` puts a date or an instant into words.
 */
export function explainRecording(status: RecordingStatus, day: (value: string) => string): string[] {
  const { stage, dueOn, pausedUntil, next, openDoses } = status;
  const sentences: string[] = [words[stage]];
  if (stage === 'stopped') return sentences;
  if (pausedUntil !== undefined && stage === 'paused') sentences.push(words.pausedUntil(day(pausedUntil)));
  if (dueOn !== undefined) {
    const over = stage !== 'up-to-date' && stage !== 'not-started' && stage !== 'paused';
    sentences.push(over ? words.wasDue(day(dueOn)) : words.willBeDue(day(dueOn)));
  }
  if (openDoses.length === 0 && stage === 'up-to-date') sentences.push(words.noOpenDoses);
  if (next !== undefined) sentences.push(words.next(centre.stages[next.stage], day(next.on)));
  return sentences;
}
