import { translatable } from '../translatable.ts';

/** Which mails somebody chooses. */
export const reminderWords = translatable('reminders', {
  title: 'Reminders',
  open: 'Reminders by mail',
  text: 'These mails only say that there is something to do. They never say what.',
  noAddress: 'There is no mail address for you yet. Ask your centre to add one.',
  plan: 'When treatment is planned',
  planOn: 'Remind me of planned treatment',
  onDay: 'On the day',
  onDayBefore: 'The day before',
  off: 'No reminder',
  stock: 'When boxes run low or get old',
  stockOn: 'Tell me once a week about my boxes',
  weekday: 'Which day?',
  hour: 'At what time?',
  atHour: (hour: number): string => `${String(hour)}:00`,
  always: 'Mails about days that are not written down are always sent: home delivery depends on them.',
  save: 'Save',
  saved: 'Saved.',
});
