import type { Bleed, BleedBody } from '#contracts/entries.ts';
import {
  BLEED_CAUSE_IDS,
  BLEED_RESPONSES,
  BLEED_SEVERITIES,
  BLEED_SITES,
  SIDES,
} from '#domain/vocabulary.ts';
import { chosen } from '../../shared/staff/choices-of.ts';
import { type Drafted, emptyOf } from './drafted.ts';
import type { EntryAct } from './entry-act.ts';

/** A bleed as it stands in the form. */
export interface BleedDraft {
  readonly day: string;
  readonly time: string;
  readonly site: string;
  readonly side: string;
  readonly cause: string;
  readonly severity: string;
  readonly pain: string;
  readonly endDay: string;
  readonly endTime: string;
  readonly response: string;
  readonly note: string;
}

export const emptyBleed: BleedDraft = {
  day: '',
  time: '',
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

/** The request of a bleed, or the fields that stop it. Nothing clinical has a default. */
export function draftedBleed(draft: BleedDraft, act: EntryAct): Drafted<BleedBody> {
  const site = chosen(BLEED_SITES, draft.site);
  const side = chosen(SIDES, draft.side);
  const cause = chosen(BLEED_CAUSE_IDS, draft.cause);
  const severity = BLEED_SEVERITIES.find((one) => String(one) === draft.severity);
  const response = chosen(BLEED_RESPONSES, draft.response);
  const { pain, note } = draft;
  const painWrong = pain.trim() !== '' && !/^(?:\d|10)$/.test(pain.trim());
  const fields = [
    ...emptyOf({
      '/startedAt/local': draft.day === '' || draft.time === '' ? '' : draft.day,
      '/site': draft.site,
      '/side': draft.side,
      '/cause': draft.cause,
      '/severity': draft.severity,
    }),
    ...(draft.endDay !== '' && draft.endTime === '' ? [{ pointer: '/endedAt/local', reason: 'empty' }] : []),
    ...(painWrong ? [{ pointer: '/pain', reason: 'not-a-number' }] : []),
  ];
  if (fields.length > 0 || !site || !side || !cause || severity === undefined) return { ok: false, fields };
  const { zone, ...rest } = act;
  return {
    ok: true,
    body: {
      ...rest,
      site,
      side,
      cause,
      severity,
      startedAt: { local: `${draft.day}T${draft.time}`, zone },
      ...(pain.trim() === '' ? {} : { pain: Number(pain) }),
      ...(draft.endDay === '' ? {} : { endedAt: { local: `${draft.endDay}T${draft.endTime}`, zone } }),
      ...(response === undefined ? {} : { response }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    },
  };
}

/** The form of a bleed that is to be corrected. */
export function bleedDraftOf(entry: Bleed): BleedDraft {
  const [day = '', time = ''] = entry.startedAt.local.split('T');
  const [endDay = '', endTime = ''] = entry.endedAt?.local.split('T') ?? [];
  return {
    day,
    time,
    endDay,
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
