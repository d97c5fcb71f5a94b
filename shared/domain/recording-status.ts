import type { RecordingAssessment, RecordingContext, RecordingFacts } from './recording-types.ts';

/**
 * Decides the recording status from the dates: the new state, and what has to be done in the same write.
 * Pure and idempotent: assessed again with its own result, nothing new is sent.
 */
export function assessRecording(_facts: RecordingFacts, _context: RecordingContext): RecordingAssessment {
  throw new Error('assessRecording is not written yet');
}
