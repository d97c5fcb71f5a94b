import type { addressFieldWords, addressWords } from '../en/address.ts';
import type { Translation } from '../translation.ts';

export const address: Translation<typeof addressWords> = {
  title: 'I ble rydym yn anfon e-bost',
  intro:
    'Mae negeseuon atgoffa, a chodau ar gyfer cyfrinair newydd, yn mynd i’r cyfeiriad hwn. Gall eraill ei ddefnyddio hefyd, fel rhiant.',
  now: 'Eich cyfeiriad e-bost nawr',
  none: 'Nid ydych wedi rhoi un eto',
  next: 'Cyfeiriad e-bost newydd',
  nextHint: 'Byddwn yn anfon cod yno. Nid oes dim yn newid nes i chi ei roi.',
  ask: 'Anfon y cod',
  waiting: (email, until) => `Mae cod ar ei ffordd i ${email}. Mae’n ddilys tan ${until}.`,
  code: 'Y cod o’r e-bost',
  codeHint: '12 llythyren a digid. Nid yw bylchau’n cyfrif.',
  confirm: 'Defnyddio’r cyfeiriad hwn',
  wrong:
    'Nid yw’r cod hwn yn iawn, neu mae wedi’i ddefnyddio’n barod, neu wedi dyddio. Gallwch ofyn am un newydd.',
  changed: 'Mae eich e-bost yn mynd i’r cyfeiriad newydd nawr. Rydym wedi dweud wrth yr hen un.',
  again: 'Gofyn am god arall, neu gyfeiriad arall',
};

export const addressField: Translation<typeof addressFieldWords> = {
  email: {
    empty: 'Rhowch gyfeiriad e-bost',
    'not-an-address': 'Rhowch gyfeiriad fel enw@example.com',
    same: 'Dyma’r cyfeiriad sydd gennych nawr',
  },
};
