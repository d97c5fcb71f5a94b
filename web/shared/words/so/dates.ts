import type { dateNames } from '../en/dates.ts';
import type { Translation } from '../translation.ts';

/** Browsers do not know them. */
export const dates: Translation<typeof dateNames> = {
  months: [
    'Jannaayo',
    'Febraayo',
    'Maarso',
    'Abriil',
    'Maajo',
    'Juun',
    'Luuliyo',
    'Ogost',
    'Sebtembar',
    'Oktoobar',
    'Nofembar',
    'Desembar',
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Abr', 'Maj', 'Jun', 'Lul', 'Ogo', 'Seb', 'Okt', 'Nof', 'Des'],
  weekdays: ['Isniin', 'Talaado', 'Arbaco', 'Khamiis', 'Jimco', 'Sabti', 'Axad'],
  shortWeekdays: ['Isn', 'Tldo', 'Arbc', 'Khms', 'Jmc', 'Sbti', 'Axd'],
};
