import type { bleedFieldWords, bleedWords } from '../en/bleed.ts';
import type { PartialTranslation } from '../translation.ts';

export const bleed: PartialTranslation<typeof bleedWords> = {
  title: 'Cofnodi gwaediad',
  correctTitle: 'Cywiro gwaediad',
  newBleed: 'Y gwaediad newydd',
  site: 'Ble mae’r gwaediad?',
  chooseSite: 'Dewiswch y lle',
  side: 'Pa ochr?',
  cause: 'Beth ddechreuodd ef?',
  severity: 'Pa mor ddrwg yw ef?',
  pain: 'Poen o 0 (dim) i 10 (gwaethaf)',
  painNone: 'Heb ddweud',
  started: 'Pryd dechreuodd ef?',
  ended: 'A yw ef drosodd?',
  endedNo: 'Mae’n dal i fynd ymlaen',
  endedYes: 'Mae drosodd',
  endedAt: 'Pryd daeth i ben?',
  response: 'Pa mor dda y gweithiodd y driniaeth?',
  responseNone: 'Heb ei drin, neu’n rhy gynnar i ddweud',
  note: 'Nodyn i’ch canolfan',
  same: (place, day) => `Ai’r un gwaediad yw hwn â’r un ers ${day} (${place.toLowerCase()})?`,
  sameYes: 'Ie, yr un un',
  sameNo: 'Nage, un newydd',
  untreated: 'Mae gwaediad yn cyfri yma hyd yn oed os na wnaethoch ei drin.',
  what: (place) => `gwaediad, ${place.toLowerCase()}`,
};

export const bleedField: PartialTranslation<typeof bleedFieldWords> = {
  site: { empty: 'Dewiswch ble mae’r gwaediad' },
  side: { empty: 'Dewiswch pa ochr' },
  cause: { empty: 'Dywedwch beth a’i dechreuodd, neu nad ydych yn gwybod' },
  severity: { empty: 'Dywedwch pa mor ddrwg yw ef' },
  date: { empty: 'Rhowch y dyddiad y dechreuodd', 'not-a-date': 'Rhowch ddyddiad go iawn' },
  time: { empty: 'Rhowch yr amser y dechreuodd', 'not-a-time': 'Rhowch amser go iawn' },
  endDate: {
    empty: 'Rhowch y dyddiad y daeth i ben',
    'before-start': 'Ni all ddod i ben cyn iddo ddechrau',
  },
  endTime: { empty: 'Rhowch yr amser y daeth i ben', 'not-a-time': 'Rhowch amser go iawn' },
};
