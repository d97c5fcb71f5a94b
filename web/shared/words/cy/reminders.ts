import type { reminderWords } from '../en/reminders.ts';
import type { Translation } from '../translation.ts';

export const reminders: Translation<typeof reminderWords> = {
  title: 'Nodiadau atgoffa',
  open: 'Nodiadau atgoffa drwy e-bost',
  text: 'Dim ond dweud bod rhywbeth i’w wneud y mae’r negeseuon hyn. Nid ydynt byth yn dweud beth.',
  noAddress: 'Nid oes cyfeiriad e-bost i chi eto. Gofynnwch i’ch canolfan ychwanegu un.',
  plan: 'Pan fydd triniaeth wedi’i chynllunio',
  planOn: 'Atgoffwch fi am driniaeth wedi’i chynllunio',
  onDay: 'Ar y diwrnod',
  onDayBefore: 'Y diwrnod cynt',
  off: 'Dim nodyn',
  stock: 'Pan fydd blychau’n brin neu’n mynd yn hen',
  stockOn: 'Dywedwch wrthyf unwaith yr wythnos am fy mlychau',
  weekday: 'Pa ddiwrnod?',
  hour: 'Faint o’r gloch?',
  atHour: (hour) => `${String(hour)}:00`,
  always: 'Anfonir negeseuon am ddyddiau heb eu cofnodi bob amser: mae danfon i’r cartref yn dibynnu arnynt.',
  save: 'Cadw',
  saved: 'Wedi’i gadw.',
};
