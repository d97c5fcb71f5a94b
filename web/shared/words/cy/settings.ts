import type { settingsWords } from '../en/settings.ts';
import type { Translation } from '../translation.ts';

export const settings: Translation<typeof settingsWords> = {
  onPaper: 'Ar bapur',
  card: 'Cerdyn argyfwng',
  paper: 'Ffurflenni i’w llenwi â llaw',
  title: 'Gosodiadau',
  account: 'Eich cyfrif',
  username: 'Enw defnyddiwr',
  diaries: 'Dyddiaduron',
  mayRecord: 'Gallwch gofnodi',
  mayRead: 'Gallwch ddarllen',
  recordedAt: (centre) => `yn ${centre}`,
  contact: 'Eich canolfan',
  phone: 'Ffôn',
  email: 'E-bost',
  emergencyPhone: 'Ddydd a nos, ar gyfer argyfyngau',
  about: 'Beth yw Haemdiary, a beth nad ydyw',
  aboutTexts: [
    'Dyddiadur yw Haemdiary. Nid yw’n rhoi cyngor am driniaeth na dosau.',
    'Nid gwasanaeth brys ydyw: nid oes neb yn gwylio’r hyn a gofnodwch wrth i chi ei gofnodi.',
    'Nid eich cofnod meddygol ydyw. Eich canolfan sy’n cadw hwnnw.',
  ],
};
