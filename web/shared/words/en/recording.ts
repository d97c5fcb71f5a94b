import type { RecordingStage } from '#domain/vocabulary.ts';
import { dayWords } from '../../dates/day-words.ts';
import { translatable } from '../translatable.ts';

interface Status {
  readonly stage: RecordingStage;
  readonly dueOn?: string | undefined;
  readonly pausedUntil?: string | undefined;
  readonly openDoses: readonly { readonly day: string; readonly productName: string }[];
  readonly next?: { readonly stage: RecordingStage; readonly on: string } | undefined;
}

/** The sentences that explain where recording stands; days come in words. */
export const recordingReasonWords = translatable('recordingReasons', {
  next: {
    due: (day: string): string => `If nothing is recorded by ${day}, you get a reminder.`,
    reminded: (day: string): string => `If nothing is recorded by ${day}, you get another reminder.`,
    lapsed: (day: string): string =>
      `If nothing is recorded by ${day}, your centre is told so that they can help.`,
    'at-risk': (day: string): string =>
      `If nothing is recorded by ${day}, your centre may have to look at your home delivery.`,
    'up-to-date': (day: string): string => `From ${day} the diary counts as up to date again.`,
  },
  open: (count: number): string =>
    count === 1
      ? '1 planned treatment is neither recorded nor marked as not taken.'
      : `${String(count)} planned treatments are neither recorded nor marked as not taken.`,
  due: (day: string): string => `Something should be recorded by ${day}.`,
  overdue: (day: string): string => `Something should have been recorded by ${day}.`,
  notStarted: 'Recording starts with your plan and your first delivery.',
  paused: 'Your centre has paused the reminders.',
  pausedUntil: (day: string): string => `Your centre has paused the reminders until ${day}.`,
  stopped: 'This diary is closed. No reminders are sent.',
  help: 'Recording the treatments, or marking them as not taken, brings the diary up to date at once. If something makes it hard, phone your centre: they can help.',
});

const nextReason = (stage: RecordingStage, day: string): string[] =>
  stage === 'not-started' || stage === 'paused' || stage === 'stopped'
    ? []
    : [recordingReasonWords.next[stage](dayWords.middle(day))];

/** Why recording stands where it stands, in sentences; nothing about how well anybody treats themselves. */
export function recordingReasons(
  { stage, dueOn, pausedUntil, openDoses, next }: Status,
  today: string,
): string[] {
  const count = openDoses.length;
  const open = count === 0 ? [] : [recordingReasonWords.open(count)];
  const due =
    dueOn === undefined
      ? []
      : [(dueOn < today ? recordingReasonWords.overdue : recordingReasonWords.due)(dayWords.middle(dueOn))];
  const then = next === undefined ? [] : nextReason(next.stage, next.on);
  switch (stage) {
    case 'not-started':
      return [recordingReasonWords.notStarted];
    case 'paused':
      return [
        pausedUntil === undefined
          ? recordingReasonWords.paused
          : recordingReasonWords.pausedUntil(dayWords.middle(pausedUntil)),
      ];
    case 'stopped':
      return [recordingReasonWords.stopped];
    case 'up-to-date':
      return [...open, ...(count > 0 ? due : []), ...(count > 0 ? then : [])];
    case 'due':
    case 'reminded':
    case 'lapsed':
    case 'at-risk':
      return [...open, ...due, ...then, recordingReasonWords.help];
  }
}

/** Titles and buttons around the explanation. */
export const recordingWords = translatable('recording', {
  label: 'Recording',
  why: 'Why?',
  openDoses: 'Planned treatments to record',
  atRisk:
    'Home delivery depends on recording. Nobody stops it by computer: your centre decides, and talks to you first.',
  deliveryAtRisk: 'Home delivery: at risk',
  deliverySuspended: 'Home delivery: stopped by your centre for now. Phone them to talk about it.',
});
