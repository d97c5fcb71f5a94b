import type { DeliveryStatus, Relation } from '#domain/vocabulary.ts';
import type { CentreId } from './centres.ts';
import type { PrescriptionId } from './regimens.ts';

/**
 * How somebody records. The last six stop recording as long before today as puts them at that stage; `patchy` people
 * fall behind now and then and catch up.
 */
export type Behaviour =
  'steady' | 'patchy' | 'not-started' | 'due' | 'reminded' | 'lapsed' | 'at-risk' | 'paused' | 'stopped';

export interface Patient {
  /** Given and family name in lower case: what accounts below refer to. */
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly age: number;
  readonly centre: CentreId;
  readonly prescription: PrescriptionId;
  readonly behaviour: Behaviour;
  readonly paper: boolean;
  readonly delivery: DeliveryStatus;
  /** A bleed that began yesterday and goes on. */
  readonly bleeding: boolean;
}

interface More {
  readonly paper?: true;
  readonly delivery?: DeliveryStatus;
  readonly bleeding?: true;
}

const at =
  (centre: CentreId) =>
  (
    name: string,
    age: number,
    prescription: PrescriptionId,
    behaviour: Behaviour = 'steady',
    more: More = {},
  ): Patient => {
    const [givenName = name, familyName = ''] = name.split(' ');
    return {
      key: name.toLowerCase().replace(' ', '.'),
      givenName,
      familyName,
      age,
      centre,
      prescription,
      behaviour,
      paper: more.paper ?? false,
      delivery: more.delivery ?? 'active',
      bleeding: more.bleeding ?? false,
    };
  };
const larkfield = at('larkfield');
const moorside = at('moorside');

/** Forty fictional people. A child is anybody under 16: a guardian consented, and carers record. */
export const PATIENTS: readonly Patient[] = [
  larkfield('Robin Featherstone', 34, 'fviii-alternate', 'steady', { bleeding: true }),
  larkfield('Silas Quillfeather', 41, 'fviii-extended'),
  larkfield('Ned Quillfeather', 12, 'fviii-weekdays'),
  larkfield('Finn Tumbledown', 8, 'mimetic-weekly'),
  larkfield('Otis Thistlewood', 6, 'fviii-weekdays'),
  larkfield('Tam Underhillock', 27, 'fviii-weekly'),
  larkfield('Bryn Larkspur', 19, 'mimetic-fortnightly'),
  larkfield('Hollis Marrowby', 22, 'fviii-extended', 'not-started'),
  larkfield('Edith Pumblechime', 71, 'fix-weekly', 'lapsed'),
  larkfield('Gideon Brambleby', 45, 'fviii-alternate', 'due'),
  larkfield('Jory Saltmarsh', 31, 'fviii-extended', 'reminded'),
  larkfield('Casper Wintergreen', 38, 'fviii-alternate', 'lapsed'),
  larkfield('Magnus Fiddlewood', 52, 'fviii-extended', 'at-risk'),
  larkfield('Lowen Candlewick', 29, 'mimetic-weekly', 'at-risk', { delivery: 'none' }),
  larkfield('Perrin Oxbow', 47, 'fix-standard', 'paused'),
  larkfield('Alban Greywether', 66, 'fviii-weekdays', 'steady', { paper: true, delivery: 'none' }),
  larkfield('Hester Winnow', 58, 'vwf-demand', 'steady', { delivery: 'none' }),
  larkfield('Ivo Catterick-Bell', 24, 'rebalancing-daily'),
  larkfield('Theo Mossgrove', 4, 'mimetic-weekly', 'patchy'),
  larkfield('Jago Silverbeck', 16, 'fviii-weekly'),
  larkfield('Piers Hazelthorn', 33, 'fviii-alternate', 'patchy'),
  larkfield('Ellery Sandpiper', 36, 'mimetic-four-weekly'),
  larkfield('Corin Dewberry', 40, 'fviii-demand', 'steady', { delivery: 'none' }),
  larkfield('Dorian Applegarth', 61, 'fviii-weekdays', 'stopped', { delivery: 'none' }),

  moorside('Rowan Thistlewood', 10, 'fix-weekly'),
  moorside('Ambrose Tinkerley', 37, 'fix-standard'),
  moorside('Lorcan Wildgoose', 43, 'fviii-alternate', 'due'),
  moorside('Kit Harebell', 9, 'fviii-alternate', 'reminded'),
  moorside('Evander Stonecrop', 50, 'fviii-alternate', 'at-risk', { delivery: 'suspended' }),
  moorside('Nell Larkrise', 26, 'vwf-demand', 'reminded', { delivery: 'none' }),
  moorside('Osric Puddlecote', 75, 'fix-weekly', 'lapsed', { paper: true, delivery: 'none' }),
  moorside('Wilfred Gallowglass', 63, 'fix-demand', 'steady', { paper: true, delivery: 'none' }),
  moorside('Barney Twelvetrees', 13, 'mimetic-fortnightly', 'paused'),
  moorside('Felix Hobblethwaite', 30, 'bypassing-demand', 'steady', { delivery: 'none' }),
  moorside('Quentin Farthingale', 55, 'fviii-weekly', 'patchy'),
  moorside('Sorrel Cloudberry', 35, 'fix-fortnightly'),
  moorside('Jem Harrowgate', 17, 'mimetic-weekly'),
  moorside('Lucian Barleymow', 48, 'fviii-extended'),
  moorside('Milo Starling-Webb', 3, 'fviii-weekdays'),
  moorside('Rafferty Windlestone', 28, 'fix-weekly'),
];

interface LinkTo {
  readonly patient: string;
  readonly relation: Relation;
  /** Still to be confirmed by the centre. */
  readonly unconfirmed?: true;
}

export interface Person {
  readonly username: string;
  readonly name: string;
  readonly links: readonly LinkTo[];
  readonly noEmail?: true;
  /** Has not agreed to the privacy statement yet. */
  readonly undecided?: true;
  /** Shown among the demo accounts, as what and with what to try. */
  readonly shown?: { readonly role: string; readonly note: string };
}

const self = (patient: string): LinkTo => ({ patient, relation: 'self' });
const child = (patient: string): LinkTo => ({ patient, relation: 'parent' });

/** The people worth signing in as; everybody else gets an account by the same rules (see `accountsOf`). */
const NAMED: readonly Person[] = [
  {
    username: 'robin',
    name: 'Robin Featherstone',
    links: [self('robin.featherstone')],
    shown: { role: 'patient', note: 'A year of alternate-day treatment, and a bleed that began yesterday' },
  },
  {
    username: 'silas',
    name: 'Silas Quillfeather',
    links: [self('silas.quillfeather'), { patient: 'ned.quillfeather', relation: 'carer' }],
    shown: { role: 'patient and carer', note: 'Two diaries: his own and his nephew Ned’s' },
  },
  {
    username: 'mara',
    name: 'Mara Tumbledown',
    links: [child('finn.tumbledown')],
    shown: { role: 'carer', note: 'One of Finn’s two carers' },
  },
  {
    username: 'joss',
    name: 'Joss Tumbledown',
    links: [child('finn.tumbledown')],
    shown: { role: 'carer', note: 'The other one' },
  },
  {
    username: 'wren',
    name: 'Wren Thistlewood',
    links: [child('otis.thistlewood'), child('rowan.thistlewood')],
    shown: { role: 'carer', note: 'Two children at two centres: every button says for whom' },
  },
  {
    username: 'tam',
    name: 'Tam Underhillock',
    links: [self('tam.underhillock')],
    undecided: true,
    shown: { role: 'patient', note: 'Has yet to agree to the privacy statement' },
  },
  {
    username: 'bryn',
    name: 'Bryn Larkspur',
    links: [{ ...self('bryn.larkspur'), unconfirmed: true }],
    shown: { role: 'patient', note: 'The link waits on Larkfield’s worklist to be confirmed' },
  },
  {
    username: 'casper',
    name: 'Casper Wintergreen',
    links: [self('casper.wintergreen')],
    shown: { role: 'patient', note: 'Has lapsed: record or mark the open doses and the worklist clears' },
  },
  {
    username: 'magnus',
    name: 'Magnus Fiddlewood',
    links: [self('magnus.fiddlewood')],
    shown: { role: 'patient', note: 'At risk, delivery included' },
  },
  {
    username: 'edith',
    name: 'Edith Pumblechime',
    links: [self('edith.pumblechime')],
    noEmail: true,
    shown: { role: 'patient', note: 'No e-mail address: the centre rings her, and resets her password' },
  },
  {
    username: 'hester',
    name: 'Hester Winnow',
    links: [self('hester.winnow')],
    shown: { role: 'patient', note: 'Treats on demand and confirms “no bleeds” each month' },
  },
];

/** Invited, but has not accepted: no account yet. */
export const WAITING = 'hollis.marrowby';

export const isChild = ({ age }: Patient): boolean => age < 16;

const PARENTS = ['Agnes', 'Bertram', 'Odette', 'Crispin', 'Marigold', 'Lionel'] as const;

const usual = (patient: Patient, place: number): Person => {
  const parent = PARENTS[place % PARENTS.length] ?? 'Agnes';
  return isChild(patient)
    ? {
        username: `${parent}.${patient.familyName}`.toLowerCase(),
        name: `${parent} ${patient.familyName}`,
        links: [child(patient.key)],
      }
    : {
        username: patient.key,
        name: `${patient.givenName} ${patient.familyName}`,
        links: [self(patient.key)],
      };
};

/** Every account of the patients' pool: an adult's own, or that of a child's parent; none for those on paper. */
export const accountsOf = (patients: readonly Patient[]): Person[] => {
  const linked = new Set(NAMED.flatMap(({ links }) => links.map(({ patient }) => patient)));
  const others = patients.filter(({ key, paper }) => !paper && key !== WAITING && !linked.has(key));
  return [...NAMED, ...others.map(usual)];
};
