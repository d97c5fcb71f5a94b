import type { recordingReasonWords, recordingWords } from '../en/recording.ts';
import type { Translation } from '../translation.ts';

export const recordingReasons: Translation<typeof recordingReasonWords> = {
  next: {
    due: (day) => `Os na chofnodir dim erbyn ${day}, cewch nodyn i’ch atgoffa.`,
    reminded: (day) => `Os na chofnodir dim erbyn ${day}, cewch nodyn arall i’ch atgoffa.`,
    lapsed: (day) => `Os na chofnodir dim erbyn ${day}, dywedir wrth eich canolfan er mwyn iddi allu helpu.`,
    'at-risk': (day) =>
      `Os na chofnodir dim erbyn ${day}, efallai y bydd rhaid i’ch canolfan edrych ar y danfon i’ch cartref.`,
    'up-to-date': (day) => `O ${day} mae’r dyddiadur yn cyfri fel un cyfredol eto.`,
  },
  open: (count) =>
    count === 1
      ? 'Mae 1 driniaeth wedi’i chynllunio heb ei chofnodi na’i nodi fel un heb ei chymryd.'
      : `Mae ${String(count)} triniaeth wedi’u cynllunio heb eu cofnodi na’u nodi fel rhai heb eu cymryd.`,
  due: (day) => `Dylid cofnodi rhywbeth erbyn ${day}.`,
  overdue: (day) => `Dylai rhywbeth fod wedi’i gofnodi erbyn ${day}.`,
  notStarted: 'Mae cofnodi’n dechrau gyda’ch cynllun a’ch danfoniad cyntaf.',
  paused: 'Mae eich canolfan wedi oedi’r nodiadau atgoffa.',
  pausedUntil: (day) => `Mae eich canolfan wedi oedi’r nodiadau atgoffa tan ${day}.`,
  stopped: 'Mae’r dyddiadur hwn wedi cau. Ni anfonir nodiadau atgoffa.',
  help: 'Mae cofnodi’r triniaethau, neu eu nodi fel rhai heb eu cymryd, yn dod â’r dyddiadur yn gyfredol ar unwaith. Os oes rhywbeth yn ei gwneud hi’n anodd, ffoniwch eich canolfan: gallan nhw helpu.',
};

export const recording: Translation<typeof recordingWords> = {
  label: 'Cofnodi',
  why: 'Pam?',
  openDoses: 'Triniaethau wedi’u cynllunio i’w cofnodi',
  atRisk:
    'Mae danfon i’r cartref yn dibynnu ar gofnodi. Nid oes neb yn ei atal drwy gyfrifiadur: eich canolfan sy’n penderfynu, ac mae’n siarad â chi’n gyntaf.',
  deliveryAtRisk: 'Danfon i’r cartref: mewn perygl',
  deliverySuspended:
    'Danfon i’r cartref: wedi’i atal gan eich canolfan am y tro. Ffoniwch nhw i siarad am y peth.',
};
