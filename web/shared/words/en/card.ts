import { translatable } from '../translatable.ts';

const card = () => ({
  title: 'Emergency card',
  text: 'Show this card to anyone who treats you in an emergency. You decide what is on it. It works without a connection.',
  kept: 'What you choose is kept on this device only, until you sign out.',
  choose: 'What the card shows',
  heading: 'Bleeding disorder: emergency',
  show: (what: string): string => `Show: ${what}`,
  fields: {
    name: 'Name',
    diagnosis: 'Diagnosis',
    severity: 'Severity or factor level',
    inhibitor: 'Inhibitor',
    product: 'Treatment product',
    centre: 'Centre',
    emergencyPhone: 'Centre, day and night',
    note: 'Anything else',
  },
  diagnoses: {
    'haemophilia-a': 'Haemophilia A',
    'haemophilia-b': 'Haemophilia B',
    'von-willebrand': 'Von Willebrand disease',
    'other-factor-deficiency': 'Another factor deficiency',
    'platelet-disorder': 'Platelet disorder',
    'acquired-haemophilia': 'Acquired haemophilia',
  },
  bands: {
    severe: (level: string): string => `Severe, ${level}`,
    moderate: (level: string): string => `Moderate, ${level}`,
    mild: (level: string): string => `Mild, ${level}`,
  },
  first: 'A bleed can be hidden. Please phone the centre at once.',
  size: 'Size on paper',
  sizes: { card: 'Credit card', page: 'A4 page' },
  print: 'Print the card',
});

/** The emergency card. */
export const cardWords = translatable('card', card());

/** The same in English whatever the page speaks: whoever treats somebody in an emergency here has to read it. */
export const cardInEnglish = card();
