import type { scanWords } from '../en/scan.ts';
import type { Translation } from '../translation.ts';

const again = 'Sganiwch eto, neu teipiwch y swp oddi ar y blwch.';

export const scan: Translation<typeof scanWords> = {
  open: 'Sganio’r blwch',
  title: 'Sganio’r cod ar y blwch',
  close: 'Cau’r camera',
  hold: 'Daliwch y blwch fel bod ei god yn y llun.',
  looking: 'Yn chwilio am god …',
  video: 'Beth mae’r camera’n ei weld',
  light: 'Golau',
  zoom: 'Chwyddo',
  photo: 'Neu dewiswch lun o’r cod',
  noCamera: 'Ni ellir defnyddio’r camera yma. Dewiswch lun o’r cod, neu teipiwch y swp.',
  noCode: `Ni chafwyd cod yn y llun. ${again}`,
  filled: 'Wedi’i lenwi o’r cod. Gwiriwch ef.',
  noBatch: 'Nid oes swp yn y cod. Teipiwch y swp oddi ar y blwch.',
  otherProduct: (name) => `${name} oedd y blwch hwn y tro diwethaf. Gwiriwch y cynnyrch.`,
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
