import type { Policy } from '#contracts/centre.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import type { RegistryJob, StaffJob } from '#domain/vocabulary.ts';

/**
 * Fictional centres. Phone numbers are from the ranges Ofcom sets aside for drama, so that nobody is ever rung:
 * https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
 */
export const CENTRES = {
  larkfield: {
    name: 'Larkfield Haemophilia Centre',
    email: 'haemophilia@larkfield.example',
    phone: '01632 960100',
    emergencyPhone: '01632 960199',
    address: 'Larkfield General Hospital\n1 Lark Lane\nLarkfield\nZZ1 1AA',
  },
  moorside: {
    name: 'Moorside Haemophilia Centre',
    email: 'haemophilia@moorside.example',
    phone: '020 7946 0200',
    emergencyPhone: '020 7946 0299',
    address: 'Moorside Infirmary\n22 Heather Road\nMoorside\nZZ2 2BB',
  },
  /** Onboarded by the registry, but nobody has accepted its invitation yet. */
  fernbank: {
    name: 'Fernbank Haemophilia Centre',
    email: 'haemophilia@fernbank.example',
    phone: '020 7946 0300',
    emergencyPhone: '020 7946 0399',
    address: 'Fernbank Hospital\n3 Bracken Way\nFernbank\nZZ3 3CC',
  },
} as const;
export type CentreId = keyof typeof CENTRES;

/** What the registry's page suggests for a new centre. */
export const examplePolicy: Policy = {
  invitationValidDays: defaultPolicy.invitationValidDays,
  dueAfterDays: defaultPolicy.dueAfterDays,
  secondReminderAfterDays: defaultPolicy.secondReminderAfterDays,
  thirdReminderAfterDays: defaultPolicy.thirdReminderAfterDays,
  lapsedAfterDays: defaultPolicy.lapsedAfterDays,
  atRiskAfterDays: defaultPolicy.atRiskAfterDays,
  openDoseLookbackDays: defaultPolicy.openDoseLookbackDays,
  unplannedDueAfterDays: defaultPolicy.unplannedDueAfterDays,
  paperFormDays: defaultPolicy.paperFormDays,
  matchByClass: defaultPolicy.matchByClass,
  emergencySites: [...defaultPolicy.emergencySites],
};

interface StaffMember {
  readonly username: string;
  readonly name: string;
  readonly centre: CentreId;
  readonly job: StaffJob;
  /** Has a job at this centre too. */
  readonly also?: CentreId;
  readonly note: string;
}

export const STAFF: readonly StaffMember[] = [
  {
    username: 'larkfield.manager',
    name: 'Imogen Quillbrook',
    centre: 'larkfield',
    job: 'data-manager',
    note: 'Start here for a centre: worklist, roster, enrol and invite, paper forms, exports',
  },
  {
    username: 'larkfield.consultant',
    name: 'Dr Anselm Pebbleworth',
    centre: 'larkfield',
    job: 'consultant',
    note: 'Plans and delivery decisions; one delivery is at risk',
  },
  {
    username: 'larkfield.nurse',
    name: 'Tansy Underbough',
    centre: 'larkfield',
    job: 'nurse',
    note: 'Plans, invitations, pauses and contacts',
  },
  {
    username: 'larkfield.physio',
    name: 'Rufus Meadowcroft',
    centre: 'larkfield',
    job: 'physiotherapist',
    note: 'Sees patients and bleeds; no exports, no delivery decisions',
  },
  {
    username: 'moorside.manager',
    name: 'Cosmo Heatherington',
    centre: 'moorside',
    job: 'data-manager',
    note: 'The other centre: none of Larkfield’s patients are here',
  },
  {
    username: 'two.centres',
    name: 'Dr Linnet Crosswater',
    centre: 'larkfield',
    job: 'consultant',
    also: 'moorside',
    note: 'Works at both centres: asked where after signing in',
  },
  {
    username: 'moorside.consultant',
    name: 'Dr Ottoline Gorsebury',
    centre: 'moorside',
    job: 'consultant',
    note: 'Consultant of the other centre',
  },
  {
    username: 'moorside.nurse',
    name: 'Barnaby Fellwick',
    centre: 'moorside',
    job: 'nurse',
    note: 'Nurse of the other centre',
  },
  {
    username: 'moorside.physio',
    name: 'Clementine Tarnside',
    centre: 'moorside',
    job: 'physiotherapist',
    note: 'Physiotherapist of the other centre',
  },
];

export const REGISTRY: readonly {
  readonly username: string;
  readonly name: string;
  readonly job: RegistryJob;
  readonly note: string;
}[] = [
  {
    username: 'registry.manager',
    name: 'Philippa Ledgerwood',
    job: 'manager',
    note: 'Onboards centres and publishes the privacy statement',
  },
  {
    username: 'registry.analyst',
    name: 'Jasper Tallyman',
    job: 'analyst',
    note: 'Sees the registry’s lists and changes nothing',
  },
];
