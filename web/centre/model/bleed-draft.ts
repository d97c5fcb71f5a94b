import type { FieldProblem } from '#contracts/problem.ts';
import type { Bleed, BleedBody } from '#contracts/entries.ts';
import {
  BLEED_CAUSE_IDS,
  BLEED_RESPONSES,
  BLEED_SEVERITIES,
  BLEED_SITES,
  SIDES,
} from '#domain/vocabulary.ts';
import { chosen } from '../../shared/staff/chosen.ts';
import { type Drafted, emptyOf } from './drafted.ts';
import type { EntryAct } from './entry-act.ts';
import { whenTyped } from './kept-of-entry.ts';
import { readDay } from './read-day.ts';
import { readTime } from './read-time.ts';
import { typedDay } from './typed-day.ts';
import { whenProblems } from './when-problems.ts';

/** A bleed as it stands in the form. */
export interface BleedDraft {
  readonly day: string;
  readonly time: string;
  /** The time is about right. */
  readonly roughly: boolean;
  readonly site: string;
  readonly side: string;
  readonly cause: string;
  readonly severity: string;
  readonly pain: string;
  readonly endDay: string;
  readonly endTime: string;
  readonly response: string;
  readonly note: string;
  /** Of a bleed that is corrected: what no field here shows. */
  readonly was?: Was;
}

type Was = Pick<Bleed, 'startedAt' | 'endedAt' | 'sameAs' | 'notSameAs'>;

export const emptyBleed: BleedDraft = {
  day: '',
  time: '',
  roughly: false,
  site: '',
  side: '',
  cause: '',
  severity: '',
  pain: '',
  endDay: '',
  endTime: '',
  response: '',
  note: '',
};

/** An end is both boxes or none. */
function endProblems(draft: BleedDraft, day: string | undefined, time: string | undefined): FieldProblem[] {
  if (draft.endDay.trim() === '' && draft.endTime.trim() === '') return [];
  return whenProblems({ day: draft.endDay, time: draft.endTime }, day, time).map(({ pointer, reason }) => ({
    pointer: pointer === '/day' ? '/endDay' : '/endTime',
    reason,
  }));
}

/** The request of a bleed, or the fields that stop it. Nothing clinical has a default. */
export function draftedBleed(draft: BleedDraft, act: EntryAct): Drafted<BleedBody> {
  const site = chosen(BLEED_SITES, draft.site);
  const side = chosen(SIDES, draft.side);
  const cause = chosen(BLEED_CAUSE_IDS, draft.cause);
  const severity = BLEED_SEVERITIES.find((one) => String(one) === draft.severity);
  const response = chosen(BLEED_RESPONSES, draft.response);
  const { pain, note, was } = draft;
  const painWrong = pain.trim() !== '' && !/^(?:\d|10)$/.test(pain.trim());
  const day = readDay(draft.day, act.today);
  // Noon stands for a time nobody knows.
  const time = readTime(draft.roughly && draft.time.trim() === '' ? '12:00' : draft.time);
  const endDay = readDay(draft.endDay, act.today);
  const endTime = readTime(draft.endTime);
  const fields = [
    ...whenProblems(draft, day, time),
    ...emptyOf({
      '/site': draft.site,
      '/side': draft.side,
      '/cause': draft.cause,
      '/severity': draft.severity,
    }),
    ...endProblems(draft, endDay, endTime),
    ...(painWrong ? [{ pointer: '/pain', reason: 'not-a-number' }] : []),
  ];
  if (fields.length > 0 || !site || !side || !cause || severity === undefined || !day || !time)
    return { ok: false, fields };
  const { zone, today: _today, ...rest } = act;
  return {
    ok: true,
    body: {
      ...rest,
      site,
      side,
      cause,
      severity,
      startedAt: whenTyped(day, time, zone, was?.startedAt),
      ...(draft.roughly ? { startedRoughly: true } : {}),
      ...(pain.trim() === '' ? {} : { pain: Number(pain) }),
      ...(endDay && endTime ? { endedAt: whenTyped(endDay, endTime, zone, was?.endedAt) } : {}),
      ...(response === undefined ? {} : { response }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(was?.sameAs === undefined ? {} : { sameAs: was.sameAs }),
      ...(was?.notSameAs === undefined ? {} : { notSameAs: was.notSameAs }),
    },
  };
}

/** The form of a bleed that is to be corrected. */
export function bleedDraftOf(entry: Bleed): BleedDraft {
  const [day = '', time = ''] = entry.startedAt.local.split('T');
  const [endDay = '', endTime = ''] = entry.endedAt?.local.split('T') ?? [];
  return {
    day: typedDay(day),
    time,
    roughly: entry.startedRoughly ?? false,
    was: entry,
    endDay: typedDay(endDay),
    endTime,
    site: entry.site,
    side: entry.side,
    cause: entry.cause,
    severity: String(entry.severity),
    pain: entry.pain === undefined ? '' : String(entry.pain),
    response: entry.response ?? '',
    note: entry.note ?? '',
  };
}
