import type { RouteName } from '#contracts/routes.ts';
import type { Saved } from '#contracts/entries.ts';
import type { Call } from '../../shared/api/call.ts';
import type { Outcome } from '../../shared/api/failure.ts';
import { clock } from './clock.ts';
import type { Draft } from './draft.ts';
import { type DiaryLink, person } from './me.ts';
import { months } from './months.ts';
import { dayOf } from './outbox/entry-of-item.ts';
import type { Act } from './outbox/item.ts';
import { outbox } from './outbox/outbox.ts';
import { sendOne } from './outbox/send-item.ts';

export { outbox };

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

/** How long a person waits for the answer before they are told that it is on the phone and will be sent. */
const patienceMs = 10_000;

/** Where the browser keeps nothing (some private windows) an act is sent as it is, and is lost where that fails. */
const sendNow = (act: Act): Promise<Outcome<Saved>> =>
  sendOne({ ...act, late: false, tries: 0, addedAt: new Date().toISOString() });

/**
 * Keeps an act on the device, then sends it: the order makes sure that nothing pressed is ever lost.
 *
 * @returns the server's answer, or `kept` where it will be sent later
 */
export async function saveAct(act: Act): Promise<Outcome<Saved> | 'kept'> {
  try {
    return await outbox.send(await outbox.add(act), patienceMs);
  } catch (error) {
    if (error instanceof DOMException) return sendNow(act);
    throw error;
  }
}

/** The plan that this was recorded by, for what answers for planned doses: another one may come before it is sent. */
function knownPlan({ route, link, body }: Given<EntryRoute>): { readonly knownPlan?: string } {
  if (route !== 'put-treatment' && route !== 'put-not-taken') return {};
  const isOpen = person.link.peek()?.patient === link.patient;
  const plan = isOpen ? months.any.peek()?.plan : undefined;
  const day = dayOf({ body, addedAt: '' });
  return plan === undefined || day < plan.effectiveOn ? {} : { knownPlan: plan.id };
}

/** Saves an entry so that a retry can neither double nor lose it. */
export async function saveEntry<N extends EntryRoute>(given: Given<N>): Promise<Outcome<Saved> | 'kept'> {
  const { route, link, id, version, draft } = given;
  const { mutationId, again } = draft.mutationFor(JSON.stringify([version, given.body]));
  const clockAheadMinutes = clock.ahead.peek();
  const known = clockAheadMinutes === undefined ? {} : { clockAheadMinutes };
  const plan = knownPlan(given);
  const body = { ...given.body, ...known, ...plan, mutationId, typedAt: new Date().toISOString() };
  return saveAct({ route, centre: link.centre, patient: link.patient, id, version, body, again });
}
