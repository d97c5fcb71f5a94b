import type { ExportFormat } from '#contracts/export-formats.ts';
import { translatable } from '../translatable.ts';

/** Taking a copy of the diary. */
export const exportWords = translatable('export', {
  title: 'Take a copy of the diary',
  text: 'You get a file with everything in the diary for the days you choose: treatments, bleeds, what you confirmed, doses not taken, the plan and the stock.',
  days: 'Which days?',
  preset: {
    'three-months': 'The last 3 months',
    year: 'The last 12 months',
    own: 'Other days',
  },
  from: 'From',
  to: 'To',
  format: 'What kind of file?',
  formats: {
    excel: 'Excel',
    pdf: 'PDF',
    csv: 'CSV',
    json: 'JSON',
    fhir: 'FHIR',
  } satisfies Record<ExportFormat, string>,
  formatHints: {
    excel: 'To look at in Excel, Numbers or LibreOffice',
    pdf: 'One page for the clinic, in English',
    csv: 'Plain tables, one file for each, in a zip file',
    json: 'For other programs, everything as it is kept',
    fhir: 'For hospital systems that read FHIR R4; without the stock',
  } satisfies Record<ExportFormat, string>,
  safety:
    'Once the file is on your device, keeping it safe is up to you. It holds health details: don’t leave it on a shared computer or send it by ordinary e-mail.',
  button: 'Make the file',
  buttonFor: (name: string): string => `Make a file of ${name}’s diary`,
  making: 'Making the file. You can wait here or come back later.',
  ready: 'The file is ready. Look before you save it',
  readyDays: 'Days',
  readyKind: 'Kind of file',
  readySize: 'Size',
  readyName: 'Name of the file',
  readyHolds: 'In it',
  period: (from: string, to: string): string => `${from} to ${to}`,
  kilobytes: (count: number): string => `${String(count)} kB`,
  holds: (treatments: number, bleeds: number, others: number): string =>
    `Treatments: ${String(treatments)}. Bleeds: ${String(bleeds)}. Other entries: ${String(others)}.`,
  save: 'Save the file',
  done: 'The file is saved.',
  tooLong: 'Choose at most a year',
});
