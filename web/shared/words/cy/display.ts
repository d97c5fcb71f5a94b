import type { displayWords } from '../en/display.ts';
import type { Translation } from '../translation.ts';

export const display: Translation<typeof displayWords> = {
  title: 'Iaith a golwg',
  intro: 'Cedwir y dewisiadau hyn ar y ddyfais hon. Nid oes rhaid i chi fewngofnodi i’w newid.',
  language: 'Iaith',
  languageHint: 'Daw eich e-byst yn yr iaith hon hefyd, ar ôl i chi fewngofnodi a lle mae hi gennym.',
  useLanguage: 'Defnyddio’r iaith hon',
  source: 'Yr iaith y mae’r dyddiadur wedi’i ysgrifennu ynddi.',
  awaitingReview: 'Cyfieithwyd gan ein tîm. Nid yw siaradwr yr iaith hon wedi ei wirio eto.',
  notYet: (names) => `Eto i’w cyfieithu: ${names}`,
  notKept:
    'Defnyddir yr iaith ar y ddyfais hon, ond ni allem ei chadw ar gyfer eich e-byst. Rhowch gynnig arall yn nes ymlaen.',
  theme: 'Lliwiau',
  themes: { system: 'Fel ar y ddyfais hon', light: 'Golau', dark: 'Tywyll' },
  text: 'Maint y testun',
  percent: (size) => `${String(size)}%`,
  textUsual: 'Maint arferol',
  textHint: 'Gallwch hefyd wneud y testun yn fwy yn eich porwr.',
};
