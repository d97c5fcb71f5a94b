import type { deviceWords } from '../en/devices.ts';
import type { Translation } from '../translation.ts';

export const devices: Translation<typeof deviceWords> = {
  title: 'Eich dyfeisiau a’ch mewngofnodi',
  link: 'Gweld ble rydych wedi mewngofnodi',
  intro:
    'Mae’r ffonau a’r cyfrifiaduron hyn wedi mewngofnodi i’ch cyfrif. Os nad ydych yn adnabod un, allgofnodwch ef a newidiwch eich cyfrinair. Mae allgofnodi dyfais yn dileu’r hyn y mae’n ei gadw, a hefyd yr hyn nad yw wedi’i anfon eto.',
  browser: {
    firefox: 'Firefox',
    edge: 'Edge',
    samsung: 'Samsung Internet',
    opera: 'Opera',
    chrome: 'Chrome',
    safari: 'Safari',
    other: 'Porwr arall',
  },
  system: {
    android: 'ffôn neu lechen Android',
    ios: 'iPhone neu iPad',
    windows: 'cyfrifiadur Windows',
    mac: 'Mac',
    linux: 'cyfrifiadur Linux',
    other: 'dyfais arall',
  },
  device: (browser, system) => `${browser} ar ${system}`,
  here: 'Y ddyfais hon',
  since: 'Mewngofnodwyd',
  lastUsed: 'Defnyddiwyd ddiwethaf',
  end: 'Allgofnodi’r ddyfais hon',
  endNamed: (device) => `Allgofnodi’r ddyfais hon: ${device}`,
  ended: 'Mae’r ddyfais wedi’i hallgofnodi.',
  endAll: 'Allgofnodi ym mhobman',
  endAllText:
    'Mae hyn yn eich allgofnodi ar bob dyfais, a hon hefyd. Yna byddwch yn mewngofnodi eto gyda’ch cyfrinair.',
  endAllSure: 'Allgofnodi ar bob dyfais nawr?',
  refusedSince: (count) =>
    count === 1
      ? 'Ers i chi fewngofnodi ddiwethaf, gwrthodwyd un cynnig i fewngofnodi â’ch enw.'
      : `Ers i chi fewngofnodi ddiwethaf, gwrthodwyd ${String(count)} cynnig i fewngofnodi â’ch enw.`,
  eventsTitle: 'Beth ddigwyddodd i’ch cyfrif',
  event: {
    'signed-in': 'Mewngofnodwyd',
    'signed-out': 'Allgofnodwyd',
    'device-ended': 'Allgofnodwyd dyfais arall',
    'ended-everywhere': 'Allgofnodwyd ym mhobman',
    'password-changed': 'Newidiwyd y cyfrinair',
    'password-reset': 'Gosodwyd cyfrinair newydd â chod',
    'second-factor-set': 'Gosodwyd ail gam',
    'address-asked': 'Gofynnwyd am gyfeiriad e-bost newydd',
    'address-changed': 'Newidiwyd y cyfeiriad e-bost',
    'cookie-reused': 'Allgofnodwyd, am i sesiwn gael ei defnyddio ddwywaith',
  },
  happened: (event, device) => `${event}, gyda ${device}`,
  refusedBefore: (count) =>
    count === 1 ? 'Gwrthodwyd un cynnig cyn hynny.' : `Gwrthodwyd ${String(count)} cynnig cyn hynny.`,
  passwordTitle: 'Newid eich cyfrinair',
  passwordIntro: 'Cewch eich allgofnodi ar bob dyfais arall, ac aros wedi mewngofnodi yma.',
  current: 'Y cyfrinair sydd gennych nawr',
  next: 'Cyfrinair newydd',
  nextHint:
    'O leiaf 12 nod. Mae tri neu bedwar gair na fyddai neb ond chi’n eu rhoi gyda’i gilydd yn gweithio’n dda.',
  save: 'Cadw’r cyfrinair newydd',
  saved: 'Mae eich cyfrinair newydd wedi’i gadw. Cawsoch eich allgofnodi ar bob dyfais arall.',
  wrong: 'Nid yw’r cyfrinair sydd gennych nawr yn iawn.',
  account: 'Cyfrinair a dyfeisiau',
};
