import type { Bleed, TreatmentBody, When } from '#contracts/entries.ts';
import {
  BLEED_CAUSE_IDS,
  BLEED_RESPONSES,
  BLEED_SEVERITIES,
  BLEED_SITES,
  JOINT_SITES,
  MUSCLE_SITES,
  SIDES,
} from '#domain/vocabulary.ts';
import { isDay } from '../../shared/dates/days.ts';

/** A bleed as it stands in the form: every value a text, empty where nothing was said. */
export interface BleedValues {
  readonly site: string;
  readonly side: string;
  readonly cause: string;
  readonly severity: string;
  readonly pain: string;
  readonly date: string;
  readonly time: string;
  /** Which of a doubled hour the start is meant in. */
  readonly fold: string;
  readonly ended: 'yes' | 'no';
  readonly endDate: string;
  readonly endTime: string;
  readonly response: string;
  readonly note: string;
  /** The start is only about right. */
  readonly roughly: boolean;
  /** The earlier bleed this is the same as, by the person's own answer. */
  readonly sameAs: string;
  /** The one they said it is not. */
  readonly notSameAs: string;
}

type BleedFields = Omit<NonNullable<TreatmentBody['newBleed']>, 'id'>;

export const emptyBleed = (date: string, time: string): BleedValues => ({
  site: '',
  side: '',
  cause: '',
  severity: '',
  pain: '',
  date,
  time,
  fold: '',
  ended: 'no',
  endDate: '',
  endTime: '',
  response: '',
  note: '',
  roughly: false,
  sameAs: '',
  notSameAs: '',
});

/** A recorded bleed back in the form. */
export const bleedValues = (bleed: Bleed): BleedValues => ({
  site: bleed.site,
  side: bleed.side,
  cause: bleed.cause,
  severity: String(bleed.severity),
  pain: bleed.pain === undefined ? '' : String(bleed.pain),
  date: bleed.startedAt.local.slice(0, 10),
  time: bleed.startedAt.local.slice(11),
  fold: bleed.startedAt.fold ?? '',
  ended: bleed.endedAt === undefined ? 'no' : 'yes',
  endDate: bleed.endedAt?.local.slice(0, 10) ?? '',
  endTime: bleed.endedAt?.local.slice(11) ?? '',
  response: bleed.response ?? '',
  note: bleed.note ?? '',
  roughly: bleed.startedRoughly ?? false,
  sameAs: bleed.sameAs ?? '',
  notSameAs: bleed.notSameAs ?? '',
});

const among = <T extends string | number>(list: readonly T[], text: string): T | undefined =>
  list.find((value) => String(value) === text);

/** Places of the body that come in pairs; the others have no side. */
const sided = new Set<string>([...JOINT_SITES, ...MUSCLE_SITES]);
export const hasSide = (site: string): boolean => sided.has(site);

const atReasons = (date: string, time: string): { date?: string; time?: string } => ({
  ...(date === '' ? { date: 'empty' } : isDay(date) ? {} : { date: 'not-a-date' }),
  ...(time === '' ? { time: 'empty' } : /^\d\d:\d\d$/.test(time) ? {} : { time: 'not-a-time' }),
});

/** The reasons, by field, why a bleed can't be sent yet. */
export function bleedReasons(values: BleedValues): Record<string, string> {
  const { date, time } = atReasons(values.endDate, values.endTime);
  const over = values.ended === 'yes';
  const isBackwards = `${values.endDate}T${values.endTime}` < `${values.date}T${values.time}`;
  return {
    ...(values.site === '' ? { site: 'empty' } : {}),
    ...(hasSide(values.site) && values.side !== 'left' && values.side !== 'right' ? { side: 'empty' } : {}),
    ...(values.severity === '' ? { severity: 'empty' } : {}),
    ...(values.cause === '' ? { cause: 'empty' } : {}),
    ...atReasons(values.date, values.roughly ? values.time || '12:00' : values.time),
    ...(over && date !== undefined ? { endDate: date } : {}),
    ...(over && time !== undefined ? { endTime: time } : {}),
    ...(over && date === undefined && time === undefined && isBackwards ? { endDate: 'before-start' } : {}),
  };
}

const foldOf = (fold: string): Pick<When, 'fold'> => (fold === 'earlier' || fold === 'later' ? { fold } : {});

/** The bleed as the API takes it, or `undefined` while something is missing. */
export function bleedFields(values: BleedValues, zone: string): BleedFields | undefined {
  const site = among(BLEED_SITES, values.site);
  const side = hasSide(values.site) ? among(SIDES, values.side) : 'none';
  const cause = among(BLEED_CAUSE_IDS, values.cause);
  const severity = among(BLEED_SEVERITIES, values.severity);
  if (site === undefined || side === undefined || cause === undefined || severity === undefined)
    return undefined;
  const response = among(BLEED_RESPONSES, values.response);
  const at = (date: string, time: string): When => ({ local: `${date}T${time}`, zone });
  const note = values.note.trim();
  return {
    site,
    side,
    cause,
    severity,
    // Noon stands for a time nobody knows.
    startedAt: { ...at(values.date, values.time || '12:00'), ...foldOf(values.fold) },
    ...(values.pain === '' ? {} : { pain: Number(values.pain) }),
    ...(values.ended === 'yes' ? { endedAt: at(values.endDate, values.endTime) } : {}),
    ...(response === undefined ? {} : { response }),
    ...(values.roughly ? { startedRoughly: true as const } : {}),
    ...(values.sameAs === '' ? {} : { sameAs: values.sameAs }),
    ...(values.notSameAs === '' ? {} : { notSameAs: values.notSameAs }),
    ...(note === '' ? {} : { note }),
  };
}
