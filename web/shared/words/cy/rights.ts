import type { rightsWords } from '../en/rights.ts';
import type { Translation } from '../translation.ts';

export const rights: Translation<typeof rightsWords> = {
  title: 'Eich hawliau',
  requests: {
    title: 'Gofyn i’ch canolfan',
    link: 'Gofyn am adolygiad, am ddileu, neu am dynnu’n ôl',
    intro: 'Gallwch ofyn i’ch canolfan am unrhyw un o’r rhain. Nid yw’n newid eich triniaeth.',
    what: 'Am beth hoffech chi ofyn?',
    kinds: {
      review: 'Adolygiad: nid yw rhywbeth yn y dyddiadur, neu ynghylch pwy edrychodd arno, yn iawn',
      deletion: 'Dileu’r dyddiadur',
      withdrawal: 'Tynnu’n ôl o ddefnyddio’r dyddiadur',
    },
    kept: 'Os caiff dyddiadur ei ddileu, mae’r gyfraith yn dal i ofyn i’r ganolfan gadw pa sypiau a ddefnyddiwyd a phryd.',
    text: 'Beth ddylai eich canolfan ei wybod?',
    textWhy: 'Mae’n eu helpu i ateb. Gallant eich ffonio hefyd.',
    choose: 'Dewiswch am beth rydych chi am ofyn',
    send: 'Anfon at y ganolfan',
    sent: 'Wedi’i anfon. Bydd eich canolfan yn ateb yma.',
    yours: 'Yr hyn y gofynnoch amdano',
    none: 'Nid ydych wedi gofyn am ddim eto.',
    onlyYours: 'Dim ond chi a’r ganolfan sy’n gallu gweld hyn.',
    asked: (day: string): string => `Gofynnwyd ar ${day}.`,
    states: {
      asked: 'Nid yw’r ganolfan wedi edrych arno eto.',
      seen: 'Mae’r ganolfan wedi ei weld.',
      decided: 'Mae’r ganolfan wedi ateb.',
    },
    answer: 'Ateb',
    youWrote: 'Ysgrifennoch chi',
  },
};
