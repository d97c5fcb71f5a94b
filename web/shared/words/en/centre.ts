/** The frame of the centre's site: its menu, and what every page of it may say. */
export const centre = {
  site: 'for centres',
  menu: {
    worklist: 'To do',
    patients: 'Patients',
    shared: 'Shared with us',
    staff: 'Staff',
    recalls: 'Recalls',
    exports: 'Exports',
    settings: 'Settings',
  },
  signedInAs: (name: string, job: string) => `${name}, ${job}`,
  suspended:
    'Your centre is suspended by the registry. You can read, but you cannot change anything. Contact the registry.',
  jobs: {
    'data-manager': 'Data manager',
    consultant: 'Consultant',
    nurse: 'Nurse',
    physiotherapist: 'Physiotherapist',
  },
  stages: {
    'not-started': 'Not started',
    'up-to-date': 'Up to date',
    due: 'Due',
    reminded: 'Reminded',
    lapsed: 'Lapsed',
    'at-risk': 'At risk',
    paused: 'Paused',
    stopped: 'Stopped',
  },
  deliveries: {
    none: 'No home delivery',
    active: 'Active',
    'at-risk': 'At risk',
    suspended: 'Suspended',
  },
  channels: { online: 'Online', paper: 'On paper' },
  relations: {
    self: 'The patient',
    parent: 'Parent',
    guardian: 'Guardian',
    carer: 'Carer',
  },
  diagnoses: {
    'haemophilia-a': 'Haemophilia A',
    'haemophilia-b': 'Haemophilia B',
    'von-willebrand': 'Von Willebrand disease',
    'other-factor-deficiency': 'Other factor deficiency',
    'platelet-disorder': 'Platelet disorder',
    'acquired-haemophilia': 'Acquired haemophilia',
  },
} as const;
