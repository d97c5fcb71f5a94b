import { translatable } from '../translatable.ts';

/** Settings and what the diary is. */
export const settingsWords = translatable('settings', {
  title: 'Settings',
  account: 'Your account',
  username: 'Username',
  diaries: 'Diaries',
  mayRecord: 'You can record',
  mayRead: 'You can read',
  recordedAt: (centre: string): string => `at ${centre}`,
  onPaper: 'On paper',
  card: 'Emergency card',
  paper: 'Forms to fill in by hand',
  contact: 'Your centre',
  phone: 'Phone',
  email: 'E-mail',
  emergencyPhone: 'Day and night, for emergencies',
  about: 'What Haemdiary is, and is not',
  aboutTexts: [
    'Haemdiary is a diary. It gives no advice about treatment or doses.',
    'It is not an emergency service: nobody is watching what you record as you record it.',
    'It is not your medical record. Your centre keeps that.',
  ],
});
