import type { RouteName } from '#contracts/routes.ts';
import type { Saved } from '#contracts/entries.ts';
import { api } from '../../shared/api/api.ts';
import type { Answer, Call } from '../../shared/api/call.ts';
import type { Outcome } from '../../shared/api/failure.ts';
import type { Draft } from './draft.ts';
import type { DiaryLink } from './me.ts';

export type EntryRoute = Extract<
  RouteName,
  'put-treatment' | 'put-bleed' | 'put-not-taken' | 'put-confirmation'
>;

type BodyOf<N extends EntryRoute> = Call<N> extends { body: infer B } ? B : never;

/** A body without what every act adds: its id and the time it was typed. */
export type Unsent<N extends EntryRoute> = Omit<BodyOf<N>, 'mutationId' | 'typedAt'>;

interface Given<N extends EntryRoute> {
  readonly route: N;
  readonly link: DiaryLink;
  readonly id: string;
  /** The version a correction starts from. */
  readonly version?: number | undefined;
  readonly body: Unsent<N>;
  readonly draft: Pick<Draft<object>, 'mutationFor'>;
}

/**
 * Saves an entry so that a retry can neither double nor lose it. Where an earlier try of this form did arrive
 * and something was changed since, the change is saved as a correction of what arrived.
 */
export async function saveEntry<N extends EntryRoute>(given: Given<N>): Promise<Outcome<Answer<N> & Saved>> {
  const { route, link, id, version, draft } = given;
  const { mutationId, again } = draft.mutationFor(JSON.stringify([version, given.body]));
  const params = { c: link.centre, p: link.patient, id };
  const body = { ...given.body, mutationId, typedAt: new Date().toISOString() };
  const call = { params, body, ...(version === undefined ? {} : { version }) } as Call<N>;
  const outcome = (await api(route, call)) as Outcome<Answer<N> & Saved>;
  if (outcome.ok || version !== undefined || !again) return outcome;
  const { code, current } = outcome.failure;
  if ((code !== 'stale' && code !== 'taken') || current === undefined) return outcome;
  return (await api(route, { ...call, version: current })) as Outcome<Answer<N> & Saved>;
}
