import type { RecordingStage } from '#domain/vocabulary.ts';
import { dayWords } from '../../dates/day-words.ts';

interface Status {
  readonly stage: RecordingStage;
  readonly dueOn?: string | undefined;
  readonly pausedUntil?: string | undefined;
  readonly openDoses: readonly { readonly day: string; readonly productName: string }[];
  readonly next?: { readonly stage: RecordingStage; readonly on: string } | undefined;
}

const nextWords: Readonly<Partial<Record<RecordingStage, (day: string) => string>>> = {
  due: (day) => `If nothing is recorded by ${day}, you get a reminder.`,
  reminded: (day) => `If nothing is recorded by ${day}, you get another reminder.`,
  lapsed: (day) => `If nothing is recorded by ${day}, your centre is told so that they can help.`,
  'at-risk': (day) => `If nothing is recorded by ${day}, your centre may have to look at your home delivery.`,
  'up-to-date': (day) => `From ${day} the diary counts as up to date again.`,
};

/** Why recording stands where it stands, in sentences; nothing about how well anybody treats themselves. */
export function recordingReasons(
  { stage, dueOn, pausedUntil, openDoses, next }: Status,
  today: string,
): string[] {
  const count = openDoses.length;
  const open =
    count === 0
      ? []
      : [
          count === 1
            ? '1 planned treatment is neither recorded nor marked as not taken.'
            : `${String(count)} planned treatments are neither recorded nor marked as not taken.`,
        ];
  const due =
    dueOn === undefined
      ? []
      : [
          `Something ${dueOn < today ? 'should have been' : 'should be'} recorded by ${dayWords.middle(dueOn)}.`,
        ];
  const after = next === undefined ? undefined : nextWords[next.stage]?.(dayWords.middle(next.on));
  const then = after === undefined ? [] : [after];
  switch (stage) {
    case 'not-started':
      return ['Recording starts with your plan and your first delivery.'];
    case 'paused':
      return [
        pausedUntil === undefined
          ? 'Your centre has paused the reminders.'
          : `Your centre has paused the reminders until ${dayWords.middle(pausedUntil)}.`,
      ];
    case 'stopped':
      return ['This diary is closed. No reminders are sent.'];
    case 'up-to-date':
      return [...open, ...(count > 0 ? due : []), ...(count > 0 ? then : [])];
    case 'due':
    case 'reminded':
    case 'lapsed':
    case 'at-risk':
      return [...open, ...due, ...then, recordingHelp];
  }
}

const recordingHelp =
  'Recording the treatments, or marking them as not taken, brings the diary up to date at once. If something makes it hard, phone your centre: they can help.';

/** Titles and buttons around the explanation. */
export const recordingWords = {
  label: 'Recording',
  why: 'Why?',
  openDoses: 'Planned treatments to record',
  atRisk:
    'Home delivery depends on recording. Nobody stops it by computer: your centre decides, and talks to you first.',
  deliveryAtRisk: 'Home delivery: at risk',
  deliverySuspended: 'Home delivery: stopped by your centre for now. Phone them to talk about it.',
} as const;
