import type { ConfirmationBody, NotTakenBody } from '#contracts/entries.ts';
import { type ConfirmationAnswer, NOT_TAKEN_REASONS } from '#domain/vocabulary.ts';
import { chosen } from '../../shared/staff/chosen.ts';
import { type Drafted, emptyOf } from './drafted.ts';
import type { FieldProblem } from '#contracts/problem.ts';
import type { EntryAct } from './entry-act.ts';
import { readDay } from './read-day.ts';

/** Doses not taken, as typed; without a last day it is the one day. */
export interface NotTakenDraft {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}
export const emptyNotTaken: NotTakenDraft = { from: '', to: '', reason: '' };

const dayProblem = (pointer: string, typed: string, day: string | undefined): FieldProblem[] =>
  day === undefined ? [{ pointer, reason: typed.trim() === '' ? 'empty' : 'not-a-date' }] : [];

/** The request of doses not taken, or the fields that stop it. */
export function draftedNotTaken(draft: NotTakenDraft, act: EntryAct): Drafted<NotTakenBody> {
  const { zone: _zone, today, ...rest } = act;
  const from = readDay(draft.from, today);
  const to = draft.to.trim() === '' ? from : readDay(draft.to, today);
  if (from === undefined || to === undefined) {
    const fields = [
      ...dayProblem('/from', draft.from, from),
      ...(from === undefined ? [] : dayProblem('/to', draft.to, to)),
    ];
    return { ok: false, fields };
  }
  const reason = chosen(NOT_TAKEN_REASONS, draft.reason);
  return { ok: true, body: { ...rest, from, to, ...(reason === undefined ? {} : { reason }) } };
}

/** What a form confirms, as ticked. */
export interface ConfirmationDraft {
  readonly from: string;
  readonly to: string;
  readonly answers: readonly ConfirmationAnswer[];
}
export const emptyConfirmation: ConfirmationDraft = { from: '', to: '', answers: [] };

/** The request of a confirmation, or the fields that stop it. */
export function draftedConfirmation(draft: ConfirmationDraft, act: EntryAct): Drafted<ConfirmationBody> {
  const { zone: _zone, today, ...rest } = act;
  const from = readDay(draft.from, today);
  const to = readDay(draft.to, today);
  if (from === undefined || to === undefined || draft.answers.length === 0) {
    const fields = [
      ...dayProblem('/from', draft.from, from),
      ...dayProblem('/to', draft.to, to),
      ...emptyOf({ '/answers': draft.answers.join('') }),
    ];
    return { ok: false, fields };
  }
  return { ok: true, body: { ...rest, from, to, answers: [...draft.answers] } };
}
