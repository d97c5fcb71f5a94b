import type {
  BatchUnknownReason,
  BleedCause,
  BleedResponse,
  BleedSeverity,
  NotTakenReason,
  Place,
  ReasonId,
  Relation,
} from '#domain/vocabulary.ts';
import { translatable } from '../translatable.ts';

type Words<K extends string | number> = Readonly<Record<K, string>>;

/** The closed lists of the domain in the words of patients and carers, apart from those in `entryWords`. */
export const vocabularyWords = translatable('vocabulary', {
  reason: {
    'new-bleed': 'A new bleed',
    'bleed-follow-up': 'More treatment for the same bleed',
    prescribed: 'Extra treatment my centre told me to take',
    prophylaxis: 'Routine treatment (prophylaxis)',
    surgery: 'An operation or dental treatment',
    activity: 'Before an activity',
    physiotherapy: 'Physiotherapy',
    'immune-tolerance': 'Immune tolerance',
    other: 'Something else',
  } satisfies Words<ReasonId>,
  siteGroup: { joint: 'Joints', muscle: 'Muscles', other: 'Other places' },
  cause: {
    spontaneous: 'Nothing that I know of (it just started)',
    trauma: 'A knock, a fall or an activity',
    surgery: 'An operation or dental treatment',
    unknown: 'I don’t know',
  } satisfies Words<BleedCause>,
  severity: { 0: 'Minor', 1: 'Major', 2: 'It threatens life or limb' } satisfies Words<BleedSeverity>,
  response: {
    excellent: 'Very well',
    good: 'Well',
    moderate: 'A little',
    none: 'Not at all',
  } satisfies Words<BleedResponse>,
  place: { home: 'Home', hospital: 'Hospital or clinic', away: 'Somewhere else' } satisfies Words<Place>,
  batchUnknown: {
    'thrown-away': 'The box was thrown away',
    'given-in-hospital': 'It was given in hospital',
    other: 'Another reason',
  } satisfies Words<BatchUnknownReason>,
  notTaken: {
    forgot: 'Forgot',
    unwell: 'Unwell',
    'no-stock': 'Nothing left at home',
    'no-access': 'Couldn’t get a vein or give it',
    'told-not-to': 'The centre said not to',
    'chose-not-to': 'Chose not to',
    'in-hospital': 'In hospital',
    other: 'Another reason',
  } satisfies Words<NotTakenReason>,
  relation: { self: 'You', parent: 'Parent', guardian: 'Guardian', carer: 'Carer' } satisfies Words<Relation>,
});
