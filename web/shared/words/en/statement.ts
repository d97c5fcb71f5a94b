import { translatable } from '../translatable.ts';

/** The privacy statement and what can be done without it. */
export const statementWords = translatable('statement', {
  title: 'Privacy statement',
  version: (version: number, day: string): string => `Version ${String(version)}, ${day}`,
  versionsTitle: 'Versions of the statement',
  versionsIntro: 'Every version there was, the newest first, with what changed in it.',
  inForce: 'This one counts now.',
  first: 'Nothing was said about what changed.',
  agreedOn: (day: string): string => `You agreed on ${day}.`,
  refusedOn: (day: string): string => `You did not agree on ${day}.`,
  agreedThen: 'You agreed. The day was not kept.',
  notAnswered: 'You were not asked about this one, or have not answered yet.',
  changes: 'What changed',
  shape: 'Show it as',
  shapes: { usual: 'Usual text', easyRead: 'Easy read', largePrint: 'Large print' },
  noEasyRead: 'There is no easy-read form of this version yet. Your centre can go through it with you.',
  print: 'Print',
  askTitle: 'Please read and answer',
  ask: 'Before you use the diary, please read this statement and say whether you agree.',
  agree: 'I agree',
  refuse: 'I do not agree',
  refusedTitle: 'You did not agree',
  refused:
    'That is your right, and your treatment does not depend on it. Nothing new is recorded here for you. What was recorded before is handled as it was.',
  stillMay: 'What you can still do',
  readAgain: 'Read the statement again, and agree if you change your mind',
  export: 'Export your diary',
  withdraw: (centre: string): string => `Phone ${centre} to withdraw, or to have the diary deleted`,
  withdrawNoCentre: 'Phone your centre to withdraw, or to have the diary deleted',
  paper: 'You can also ask your centre to record on paper.',
});
