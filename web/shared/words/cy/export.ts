import type { exportWords } from '../en/export.ts';
import type { Translation } from '../translation.ts';

export const exportTo: Translation<typeof exportWords> = {
  title: 'Cymryd copi o’r dyddiadur',
  text: 'Cewch ffeil gyda phopeth yn y dyddiadur am y dyddiau a ddewiswch: triniaethau, gwaedu, yr hyn a gadarnhawyd, dosau na chymerwyd, y cynllun a’r stoc.',
  days: 'Pa ddyddiau?',
  preset: { 'three-months': 'Y 3 mis diwethaf', year: 'Y 12 mis diwethaf', own: 'Dyddiau eraill' },
  from: 'O',
  to: 'Hyd',
  format: 'Pa fath o ffeil?',
  formats: { excel: 'Excel', pdf: 'PDF', csv: 'CSV', json: 'JSON', fhir: 'FHIR' },
  formatHints: {
    excel: 'I’w gweld yn Excel, Numbers neu LibreOffice',
    pdf: 'Un dudalen i’r clinig, yn Saesneg',
    csv: 'Tablau plaen, ffeil i bob un, mewn ffeil zip',
    json: 'I raglenni eraill, popeth fel y’i cedwir',
    fhir: 'I systemau ysbyty sy’n darllen FHIR R4; heb y stoc',
  },
  safety:
    'Unwaith y mae’r ffeil ar eich dyfais, chi sy’n gyfrifol am ei chadw’n ddiogel. Mae’n cynnwys manylion iechyd: peidiwch â’i gadael ar gyfrifiadur a rennir na’i hanfon drwy e-bost cyffredin.',
  button: 'Creu’r ffeil',
  buttonFor: (name) => `Creu ffeil o ddyddiadur ${name}`,
  making: 'Wrthi’n creu’r ffeil. Gallwch aros yma neu ddod yn ôl yn nes ymlaen.',
  ready: 'Mae’r ffeil yn barod. Edrychwch cyn ei chadw',
  readyDays: 'Dyddiau',
  readyKind: 'Math o ffeil',
  readySize: 'Maint',
  readyName: 'Enw’r ffeil',
  readyHolds: 'Ynddi',
  kilobytes: (count) => `${String(count)} kB`,
  period: (from, to) => `${from} hyd ${to}`,
  holds: (treatments, bleeds, others) =>
    `Triniaethau: ${String(treatments)}. Gwaedu: ${String(bleeds)}. Cofnodion eraill: ${String(others)}.`,
  save: 'Cadw’r ffeil',
  done: 'Mae’r ffeil wedi’i chadw.',
  tooLong: 'Dewiswch flwyddyn ar y mwyaf',
};
