import type { ConfirmationBody, NotTakenBody } from '#contracts/entries.ts';
import { type ConfirmationAnswer, NOT_TAKEN_REASONS } from '#domain/vocabulary.ts';
import { chosen } from '../../shared/staff/choices-of.ts';
import { type Drafted, emptyOf } from './drafted.ts';
import type { EntryAct } from './entry-act.ts';

/** Doses not taken, as typed; without a last day it is the one day. */
export interface NotTakenDraft {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}
export const emptyNotTaken: NotTakenDraft = { from: '', to: '', reason: '' };

/** The request of doses not taken, or the fields that stop it. */
export function draftedNotTaken({ from, to, reason }: NotTakenDraft, act: EntryAct): Drafted<NotTakenBody> {
  const fields = emptyOf({ '/from': from });
  if (fields.length > 0) return { ok: false, fields };
  const { zone: _days, ...rest } = act;
  const given = chosen(NOT_TAKEN_REASONS, reason);
  return {
    ok: true,
    body: { ...rest, from, to: to === '' ? from : to, ...(given === undefined ? {} : { reason: given }) },
  };
}

/** What a form confirms, as ticked. */
export interface ConfirmationDraft {
  readonly from: string;
  readonly to: string;
  readonly answers: readonly ConfirmationAnswer[];
}
export const emptyConfirmation: ConfirmationDraft = { from: '', to: '', answers: [] };

/** The request of a confirmation, or the fields that stop it. */
export function draftedConfirmation(
  { from, to, answers }: ConfirmationDraft,
  act: EntryAct,
): Drafted<ConfirmationBody> {
  const fields = emptyOf({ '/from': from, '/to': to, '/answers': answers.join('') });
  if (fields.length > 0) return { ok: false, fields };
  const { zone: _days, ...rest } = act;
  return { ok: true, body: { ...rest, from, to, answers: [...answers] } };
}
