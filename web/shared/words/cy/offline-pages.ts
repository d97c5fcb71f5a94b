import type { offlinePageWords } from '../en/offline-pages.ts';
import type { Translation } from '../translation.ts';
import { byWhom } from './by-whom.ts';

export const offlinePages: Translation<typeof offlinePageWords> = {
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
  received:
    'Cofnodwyd hyn tra gallech wneud hynny. Mae’ch canolfan wedi’i dderbyn ac yn penderfynu a yw’n mynd i’r dyddiadur.',
  refused: {
    stale: 'Newidiwyd y cofnod hwn yn rhywle arall hefyd.',
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
    intro:
      'Edrychwch ar y ddau a dywedwch pa un sy’n iawn. Os eich un chi ydyw, mae’r llall yn aros yn yr hanes. Os yr un yn y dyddiadur ydyw, caiff eich un chi ei daflu.',
    mine: 'Eich un chi, ar y ffôn hwn',
    theirs: (who) => `Yn y dyddiadur nawr (cofnodwyd gyntaf ${byWhom(who)})`,
    removed: (reason) => `Tynnwyd hwn allan: ${reason}`,
    moved: 'Nid yw ym mis hwn y dyddiadur nawr. Efallai bod rhywun wedi’i symud i ddiwrnod arall.',
    useMine: 'Fy un i sy’n iawn',
    keepTheirs: 'Cadw’r hyn sydd yn y dyddiadur',
    takeOut: 'Ei dynnu allan er hynny',
    now: 'Dyma sut mae’r cofnod nawr. Edrychwch arno a dywedwch beth ddylai ddigwydd.',
    moveIt: 'Ei symud er hynny',
  },
  told: {
    delivered: 'Blychau a gyrhaeddodd',
    counted: 'Cyfrif o’ch blychau',
    wasted: 'Blychau na ellir eu defnyddio',
    'taken-back': 'Danfoniad a dynnwyd yn ôl',
    warmed: 'Blychau a dynnwyd o’r oergell',
  },
  discardAsk: {
    title: (what) => `Taflu hwn? ${what}`,
    entry: 'Bydd wedi mynd: ni fydd eich canolfan byth yn ei weld, ac ni all ddod yn ôl.',
    correction: 'Bydd eich cywiriad wedi mynd. Mae’r dyddiadur yn cadw’r hyn sydd ynddo nawr.',
    removal: 'Mae’r cofnod yn aros yn y dyddiadur.',
    sure: 'Ie, ei daflu',
    keep: 'Ei gadw',
  },
  plan: {
    intro:
      'Mae’ch canolfan wedi newid eich cynllun ers i chi gofnodi hyn. Edrychwch ar y ddau gynllun a dywedwch a yw’r hyn a gofnodoch yn iawn.',
    known: 'Y cynllun yr oedd y ffôn hwn yn ei wybod',
    now: 'Y cynllun ar gyfer y diwrnod hwnnw nawr',
    gone: 'Nid yw’r cynllun hwnnw yno mwyach.',
    none: 'Dim cynllun ar gyfer y diwrnod hwnnw.',
    since: (day) => `O ${day}`,
  },
  closed: {
    intro:
      'Ni allai fynd i’r dyddiadur. Edrychwch ar yr hyn a gofnodoch ac ar yr hyn sydd yn y dyddiadur nawr.',
    now: 'Yn y dyddiadur nawr',
    stopped:
      'Mae’r dyddiadur wedi’i gau. Ni ellir cofnodi dim byd newydd ynddo. Os yw hyn yn anghywir, ffoniwch eich canolfan.',
    gone: 'Nid yw’r cofnod hwn yn y dyddiadur.',
  },
  lockedTitle: 'Mae eich dyddiadur wedi’i gloi ar y ffôn hwn',
  locked:
    'Nid yw’r ffôn hwn wedi ein cyrraedd ers 14 diwrnod, felly mae’r copi oedd arno wedi’i ddileu. Cysylltwch i agor eich dyddiadur eto. Mae’r hyn a gofnodoch yma ac sydd heb ei anfon eto yn dal yn ddiogel.',
  leave: {
    title: 'Cyn i chi allgofnodi',
    waiting: (count) =>
      count === 1
        ? 'Mae 1 peth a gofnodoch ar y ffôn hwn o hyd ac ni chafodd ei anfon.'
        : `Mae ${String(count)} peth a gofnodoch ar y ffôn hwn o hyd ac ni chawsant eu hanfon.`,
    drafts: 'Rydych wedi teipio rhywbeth a heb ei gadw. Mae allgofnodi’n ei ddileu.',
    copies:
      'Mae allgofnodi’n dileu’r copi o’ch dyddiadur sydd ar y ffôn hwn. Mae eich dyddiadur ei hun yn aros gyda’ch canolfan.',
    tryAgain: 'Ceisio anfon eto, yna allgofnodi',
    keep: 'Allgofnodi ac anfon y tro nesaf y mewngofnodaf',
    stay: 'Aros wedi mewngofnodi',
    throwAway: 'Allgofnodi a’i daflu',
    sure: (count) =>
      count === 1
        ? 'Bydd wedi mynd: ni fydd eich canolfan byth yn ei weld, ac ni all ddod yn ôl.'
        : `Bydd y ${String(count)} ohonynt wedi mynd: ni fydd eich canolfan byth yn eu gweld, ac ni allant ddod yn ôl.`,
    throwAwaySure: 'Taflu ac allgofnodi',
  },
  clock: {
    title: 'A yw cloc y ffôn hwn yn iawn?',
    text: (phone, ours) =>
      `Mae’r ffôn hwn yn dweud ${phone}. Mae ein cloc ni’n dweud ${ours}. Mae cloc anghywir yn rhoi amserau anghywir ar yr hyn a gofnodwch.`,
    useOurs: 'Mae’n anghywir: cynigiwch yr amserau cywir i mi yma',
    fixed: 'Rwyf wedi’i gywiro: edrychwch eto',
    isRight: 'Mae’n iawn: ei adael',
  },
  kept: {
    title: 'Beth mae’r ffôn hwn yn ei gadw',
    switch: 'Cadw’r tri mis diwethaf ar y ffôn hwn, er mwyn i mi allu eu darllen heb signal',
    lock: 'Mae allgofnodi’n dileu’r copi. Caiff ei ddileu hefyd pan nad yw’r ffôn hwn wedi ein cyrraedd ers 14 diwrnod. Mae eich dyddiadur ei hun yn aros gyda’ch canolfan.',
    off: 'Dim ond yr hyn sy’n aros i’w anfon a rhifau ffôn eich canolfan y mae’r ffôn hwn yn eu cadw. Bydd yr hyn a deipiwch a heb ei gadw wedi mynd pan fyddwch yn cau’r dudalen.',
    month: (name, month, when) => `${name}: ${month}, fel yr oedd ar ${when}`,
    boxes: (name, when) => `${name}: y blychau gartref, fel yr oeddent ar ${when}`,
    codes: 'Pa flychau y mae’r codau a sganioch yn eu golygu',
    card: 'Eich cerdyn argyfwng',
    settings: 'Eich bod wedi mewngofnodi yma, eich iaith, a golwg y tudalennau',
    noCopy: 'Dim copi o’ch dyddiadur',
    waiting: (count) => (count === 0 ? 'Dim byd yn aros i’w anfon' : `Heb ei anfon eto: ${String(count)}`),
    drafts: 'Rhywbeth a deipioch a heb ei gadw',
    emergency: 'Rhifau ffôn eich canolfan. Maent yn aros pan fyddwch yn allgofnodi.',
    install:
      'Rhowch Haemdiary ar eich sgrin gartref: mae’n agor fel ap, ac nid yw’r ffôn yn dileu’r hyn y mae’n ei gadw pan na fyddwch yn ei agor am sbel. Yn newislen y porwr dewiswch “Ychwanegu at y sgrin gartref”; ar iPhone neu iPad mae o dan “Rhannu”.',
    installButton: 'Ei roi ar fy sgrin gartref',
  },
};
