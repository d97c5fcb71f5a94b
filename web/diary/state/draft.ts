import { useState } from 'preact/hooks';
import { newId } from '../../shared/api/new-id.ts';
import { session } from '../../shared/session/session.ts';
import { keptDrafts } from './kept-drafts.ts';
import { person } from './me.ts';

const placeOf = (name: string): string => {
  const link = person.link.peek();
  return `${session.account.peek() ?? ''}/${link?.centre ?? ''}/${link?.patient ?? ''}/${name}`;
};

/** What was typed last time, over the form's own start: fields that a newer page has and the draft lacks stay. */
function restored<T extends object>(place: string, start: T): T | undefined {
  const text = keptDrafts.read(place);
  if (text === undefined) return undefined;
  const draft: unknown = JSON.parse(text);
  if (typeof draft !== 'object' || draft === null) return undefined;
  const kinds = new Map(Object.entries(start).map(([key, value]) => [key, typeof value]));
  const known = Object.entries(draft).filter(([key, value]) => kinds.get(key) === typeof value);
  return { ...start, ...Object.fromEntries(known) };
}

/**
 * The id of the act that sends `body`: the same for the same body, so that a retried save is the same write, and
 * new once something was changed, so that the change isn't taken for the earlier act.
 */
function mutationFor(place: string, body: string): { mutationId: string; again: boolean } {
  const [sent, mutationId] = JSON.parse(keptDrafts.read(place) ?? '["",""]') as [string, string];
  if (sent === body) return { mutationId, again: true };
  const next = newId();
  keptDrafts.keep(place, JSON.stringify([body, next]));
  return { mutationId: next, again: mutationId !== '' };
}

export interface Draft<T> {
  readonly start: T;
  readonly wasKept: boolean;
  /** Keeps what is typed through a reload, a crash and a new sign-in, under the account and the diary. */
  readonly keep: (values: T) => void;
  readonly forget: () => void;
  /** `again`: this form has been sent before, whatever came of it. */
  readonly mutationFor: (body: string) => { mutationId: string; again: boolean };
}

/** The draft of one form, by name. Signing out forgets every draft. */
export function useDraft<T extends object>(name: string, start: () => T): Draft<T> {
  const [draft] = useState((): Draft<T> => {
    const place = placeOf(name);
    const fresh = start();
    const kept = restored(place, fresh);
    return {
      start: kept ?? fresh,
      wasKept: kept !== undefined,
      keep: (values) => {
        keptDrafts.keep(place, JSON.stringify(values));
      },
      forget: () => {
        keptDrafts.drop(place);
        keptDrafts.drop(`${place}/act`);
      },
      mutationFor: (body) => mutationFor(`${place}/act`, body),
    };
  });
  return draft;
}
