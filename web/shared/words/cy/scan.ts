import type { scanWords } from '../en/scan.ts';
import type { Translation } from '../translation.ts';

const again = 'Sganiwch eto, neu teipiwch y swp oddi ar y blwch.';

export const scan: Translation<typeof scanWords> = {
  open: 'Sganio’r blwch',
  title: 'Sganio’r cod ar y blwch',
  close: 'Cau’r camera',
  hold: 'Daliwch y blwch fel bod ei god yn y llun.',
  opening: 'Yn agor y camera …',
  video: 'Beth mae’r camera’n ei weld',
  light: 'Golau',
  zoom: 'Chwyddo',
  photo: 'Neu dewiswch lun o’r cod',
  noCamera: {
    refused:
      'Ni chaniateir y camera yma. Gallwch ei ganiatáu yng ngosodiadau eich porwr, dewis llun o’r cod, neu gau hwn a theipio’r hyn sydd ar y blwch.',
    'in-use':
      'Ni all y camera ddechrau. Efallai fod ap arall yn ei ddefnyddio. Caewch yr ap hwnnw a rhowch gynnig arall arni, dewiswch lun o’r cod, neu caewch hwn a theipiwch yr hyn sydd ar y blwch.',
    none: 'Nid oes camera yma y gallwn ei ddefnyddio. Dewiswch lun o’r cod, neu caewch hwn a theipiwch yr hyn sydd ar y blwch.',
  },
  noReader:
    'Ni allwn ddarllen codau heb gysylltiad eto. Caewch hwn a theipiwch yr hyn sydd ar y blwch. Ar ôl y sgan cyntaf mae’n gweithio all-lein hefyd.',
  noPicture: 'Nid llun yw’r ffeil honno. Dewiswch lun o’r cod.',
  noCode: `Ni chafwyd cod yn y llun. ${again}`,
  filled: (box) => `Wedi’i lenwi o’r cod: ${box}. Gwiriwch ef.`,
  changed: 'Newidiwyd y cynnyrch i’r un yn y blwch hwn.',
  notInPlan: 'Nid yw yn eich cynllun. Gofynnir i chi am hynny wrth gadw.',
  noBatch: 'Nid oes swp yn y cod. Teipiwch y swp oddi ar y blwch.',
  same: 'Mae’r blwch hwn yn y rhestr eisoes. Os oes mwy fel hyn, newidiwch faint.',
  otherProduct: (box) =>
    `${box} yw’r blwch hwn. Cynnyrch arall yw’r blychau eraill yma. Cofnodwch ef fel triniaeth ar wahân.`,
  tooMany: 'Nid oes lle i fwy o flychau yn y driniaeth hon.',
  which: 'Pa flwch yw hwn?',
  whichWhy:
    'Nid ydym wedi gweld y cod hwn o’r blaen. Dywedwch wrthym unwaith, a byddwn yn gwybod y tro nesaf.',
  product: 'Cynnyrch',
  another: 'Cynnyrch arall',
  strength: 'Cryfder',
  choose: 'Dewis',
  useThis: 'Defnyddio hwn',
  leave: 'Gadael hwn, fe’i teipiaf',
  problems: {
    empty: `Mae’r cod yn wag. ${again}`,
    'not-gs1': `Nid cod meddyginiaeth yw hwn. ${again}`,
    'unknown-identifier': `Mae rhan o’r cod nad ydym yn ei hadnabod. ${again}`,
    repeated: `Mae’r cod yn dweud rhywbeth ddwywaith. ${again}`,
    'empty-value': `Mae rhan o’r cod yn wag. ${again}`,
    'wrong-length': `Mae rhan o’r cod yn rhy fyr neu’n rhy hir. ${again}`,
    'not-digits': `Mae llythyren yn y cod lle dylai rhif fod. ${again}`,
    'wrong-character': `Mae arwydd yn y cod nad yw’n perthyn yno. ${again}`,
    'check-digit': `Ni ddarllenwyd y cod yn gywir: nid yw ei rifau’n cyd-fynd. ${again}`,
    month: `Mae mis yn y cod nad yw’n bod. ${again}`,
    day: `Mae diwrnod yn y cod nad yw’n bod. ${again}`,
    'no-product': `Nid yw’r cod yn dweud pa gynnyrch ydyw. ${again}`,
  },
};
