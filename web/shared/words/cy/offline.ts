import type { offlineWords } from '../en/offline.ts';
import type { Translation } from '../translation.ts';

export const offline: Translation<typeof offlineWords> = {
  state: {
    received: 'Wedi’i dderbyn gan eich canolfan',
    waiting: 'Ar y ffôn hwn',
    sending: 'Yn anfon',
    sent: 'Wedi’i anfon',
    'needs-you': 'Angen eich sylw',
  },
  keptTitle: (what) => `Wedi’i gadw ar y ffôn hwn: ${what}`,
  keptText: 'Caiff ei anfon cyn gynted ag y bydd gennych signal.',
  sent: 'Wedi’i anfon.',
  strip: (waiting) =>
    waiting === 1
      ? 'Mae 1 peth ar y ffôn hwn heb ei anfon eto.'
      : `Mae ${String(waiting)} peth ar y ffôn hwn heb eu hanfon eto.`,
  stripNeedsYou: (count) =>
    count === 1
      ? 'Mae angen eich sylw ar 1 peth a gofnodoch.'
      : `Mae angen eich sylw ar ${String(count)} peth a gofnodoch.`,
  look: (count) => (count === 1 ? 'Edrych arno' : 'Edrych arnynt'),
  copyOf: (when) => `Fel hyn yr oedd ar ${when}.`,
  asOf: (when) => `Nid ydych wedi’ch cysylltu. Fel hyn yr oedd ar ${when}.`,
  old: (days) =>
    `Mae peth ohono wedi aros ${String(days)} diwrnod. Cysylltwch yn fuan: mae rhai ffonau’n dileu’r hyn y mae tudalen yn ei gadw os na chaiff ei hagor am wythnos.`,
  install: 'Rhowch Haemdiary ar eich sgrin gartref: yna mae’r ffôn yn ei gadw.',
};
