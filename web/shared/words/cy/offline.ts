import type { offlineWords } from '../en/offline.ts';
import type { PartialTranslation } from '../translation.ts';

export const offline: PartialTranslation<typeof offlineWords> = {
  state: {
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
  look: 'Edrych arnynt',
  title: 'Heb eu hanfon eto',
  nothing: 'Mae popeth a gofnodoch ar y ffôn hwn wedi’i anfon.',
  intro:
    'Mae’r rhain yn ddiogel ar y ffôn hwn. Cânt eu hanfon ohonynt eu hunain pan fydd gennych signal ac wedi mewngofnodi.',
  sendNow: 'Ceisio anfon nawr',
  sentTitle: 'Anfonwyd ers i chi agor y dudalen hon',
  typed: (when) => `teipiwyd ${when}`,
  takingOut: 'Tynnu cofnod o’r dyddiadur',
  correcting: (title) => `Cywiriad: ${title}`,
  change: 'Newid',
  discard: 'Taflu',
  tryAgain: 'Rhoi cynnig arall',
  isRight: 'Ydy, mae hyn yn iawn: ei anfon',
  waits: {
    offline: 'Caiff ei anfon pan fydd gennych signal.',
    'signed-out': 'Caiff ei anfon pan fyddwch wedi mewngofnodi eto.',
    'statement-needed': 'Caiff ei anfon pan fyddwch wedi ateb y datganiad preifatrwydd.',
  },
  waitsForUs: 'Ni ellid ei anfon nawr. Byddwn yn rhoi cynnig arall ohonom ein hunain.',
  refused: {
    stale: 'Newidiodd rhywun arall y cofnod hwn hefyd.',
    'not-now':
      'Ni ellir ei anfon fel y mae: tynnwyd y cofnod allan, neu mae’r dyddiadur wedi cau ers hynny. Mae’n ddiogel yma nes i chi benderfynu.',
    'not-found':
      'Nid yw’r dyddiadur neu’r cofnod yno mwyach, neu nid yw’n eiddo i chi ei weld. Mae’n ddiogel yma nes i chi benderfynu.',
    'not-allowed':
      'Ni chewch gofnodi yn y dyddiadur hwn mwyach. Gofynnwch i’ch canolfan. Mae’n ddiogel yma nes i chi benderfynu.',
    'consent-needed':
      'Mae angen cydsyniad ysgrifenedig ar y ganolfan cyn y gellir cofnodi dim. Mae’n ddiogel yma nes i chi benderfynu.',
  },
  conflict: {
    intro: 'Edrychwch ar y ddau a dywedwch pa un sy’n iawn. Mae’r llall yn aros yn yr hanes.',
    mine: 'Eich un chi, ar y ffôn hwn',
    theirs: (who) => `Yn y dyddiadur nawr (cofnodwyd gan ${who})`,
    removed: (reason) => `Tynnwyd hwn allan: ${reason}`,
    moved: 'Nid yw ym mis hwn y dyddiadur nawr. Efallai bod rhywun wedi’i symud i ddiwrnod arall.',
    useMine: 'Fy un i sy’n iawn',
    keepTheirs: 'Cadw’r hyn sydd yn y dyddiadur',
    takeOut: 'Ei dynnu allan er hynny',
  },
};
