import type { cardWords } from '../en/card.ts';
import type { Translation } from '../translation.ts';

export const card: Translation<typeof cardWords> = {
  title: 'Cerdyn argyfwng',
  text: 'Dangoswch y cerdyn hwn i unrhyw un sy’n eich trin mewn argyfwng. Chi sy’n penderfynu beth sydd arno. Mae’n gweithio heb gysylltiad.',
  kept: 'Cedwir yr hyn a ddewiswch ar y ddyfais hon yn unig, nes i chi allgofnodi.',
  choose: 'Beth mae’r cerdyn yn ei ddangos',
  heading: 'Anhwylder gwaedu: argyfwng',
  show: (what) => `Dangos: ${what}`,
  fields: {
    name: 'Enw',
    diagnosis: 'Diagnosis',
    severity: 'Difrifoldeb neu lefel y ffactor',
    inhibitor: 'Atalydd',
    product: 'Cynnyrch triniaeth',
    centre: 'Canolfan',
    emergencyPhone: 'Y ganolfan, ddydd a nos',
    note: 'Unrhyw beth arall',
  },
  diagnoses: {
    'haemophilia-a': 'Hemoffilia A',
    'haemophilia-b': 'Hemoffilia B',
    'von-willebrand': 'Clefyd von Willebrand',
    'other-factor-deficiency': 'Diffyg ffactor arall',
    'platelet-disorder': 'Anhwylder platennau',
    'acquired-haemophilia': 'Hemoffilia a gafwyd',
  },
  bands: {
    severe: (level) => `Difrifol, ${level}`,
    moderate: (level) => `Cymedrol, ${level}`,
    mild: (level) => `Ysgafn, ${level}`,
  },
  first: 'Gall gwaedu fod o’r golwg. Ffoniwch y ganolfan ar unwaith.',
  size: 'Maint ar bapur',
  sizes: { card: 'Cerdyn credyd', page: 'Tudalen A4' },
  print: 'Argraffu’r cerdyn',
};
