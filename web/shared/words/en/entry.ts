import type { BleedSite, ConfirmationAnswer, RecordingStage, Side } from '#domain/vocabulary.ts';
import { translatable } from '../translatable.ts';

type Words<K extends string | number> = Readonly<Record<K, string>>;

/** The closed lists that the first page needs, apart from those that only forms do: it has to load quickly. */
export const entryWords = translatable('entry', {
  site: {
    ankle: 'Ankle',
    knee: 'Knee',
    elbow: 'Elbow',
    shoulder: 'Shoulder',
    hip: 'Hip',
    wrist: 'Wrist',
    'finger-toe': 'Finger or toe',
    'other-joint': 'Another joint',
    calf: 'Calf',
    thigh: 'Thigh',
    iliopsoas: 'Groin or deep hip muscle (iliopsoas)',
    forearm: 'Forearm',
    buttock: 'Buttock',
    'other-muscle': 'Another muscle',
    head: 'Head',
    neck: 'Neck or throat',
    chest: 'Chest',
    abdomen: 'Tummy (abdomen)',
    gastrointestinal: 'Stomach or bowel',
    urinary: 'Blood in urine',
    mouth: 'Mouth or gum',
    nose: 'Nose',
    menstrual: 'Heavy period',
    'post-partum': 'After giving birth',
    skin: 'Skin, cut or bruise',
    other: 'Somewhere else',
  } satisfies Words<BleedSite>,
  side: { left: 'Left', right: 'Right', none: 'No side' } satisfies Words<Side>,
  confirmation: {
    'no-bleeds': 'No bleeds',
    'no-other-treatment': 'No other treatment',
  } satisfies Words<ConfirmationAnswer>,
  stage: {
    'not-started': 'Not started yet',
    'up-to-date': 'Up to date',
    due: 'Something to record',
    reminded: 'Something to record',
    lapsed: 'Behind with recording',
    'at-risk': 'Behind with recording: home delivery at risk',
    paused: 'Paused',
    stopped: 'Closed',
  } satisfies Words<RecordingStage>,
  unit: { IU: 'IU', U: 'units', mg: 'mg', g: 'g', ug: 'micrograms' },
  source: {
    web: 'online',
    offline: 'offline, sent later',
    paper: 'from a paper form',
    staff: 'by your centre',
    import: 'from an earlier system',
  },
  /** Whoever has no name in an answer; as the answer says it on the left. */
  recorder: {
    you: 'you',
    'your centre': 'your centre',
    'someone who had access': 'someone who had access',
  },
  /** Right knee */
  placeAndSide: (place: string, side: string): string =>
    `${side} ${place.charAt(0).toLowerCase()}${place.slice(1)}`,
});

/** Right knee */
export const placeOfBleed = ({ site, side }: { readonly site: BleedSite; readonly side: Side }): string => {
  const where = entryWords.site[site];
  return side === 'none' ? where : entryWords.placeAndSide(where, entryWords.side[side]);
};

/** An entry as a day shows it. */
export const entryCardWords = translatable('entryCard', {
  treatment: 'Treatment',
  bleed: 'Bleed',
  'not-taken': 'Not taken',
  confirmation: 'Confirmed',
  change: 'Correct',
  move: 'For somebody else',
  remove: 'Remove',
  removed: (day: string, reason: string): string => `Removed on ${day}: ${reason}`,
  movedAway: (day: string): string => `Moved to another diary on ${day}.`,
  movedHere: 'Moved here from another diary.',
  otherBox: 'No, a box from another diary',
  boxOf: (name: string): string => `No, a box of ${name}’s`,
  by: (name: string, when: string, how: string): string => `Recorded by ${name}, ${when}, ${how}`,
  corrected: 'Corrected since.',
  history: 'Who changed it, and what stood here before',
  batchMissing: 'The batch is missing. Put it in when you find it.',
  state: 'Now',
  ongoing: 'Still going on',
  ended: (when: string): string => `Ended ${when}`,
  batches: 'Batch',
  reason: 'Reason',
  place: 'Where',
  note: 'Note',
  details: 'Details',
  pain: 'Pain',
  cause: 'Cause',
  severity: 'How bad',
  response: 'How well treatment worked',
  until: (day: string): string => `until ${day}`,
  treats: 'For',
  homeStock: 'From home stock',
});

/** Whoever recorded something, in the language of the page: a first name as it is. */
export const recorder = (who: string): string => new Map(Object.entries(entryWords.recorder)).get(who) ?? who;
