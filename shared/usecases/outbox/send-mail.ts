import { Temporal } from 'temporal-polyfill';
import { addDays } from '#domain/calendar-day.ts';
import { localDay, morningOf, quietHoursEnd } from '#domain/local-time.ts';
import { outbox } from '#table/entities/system.ts';
import type { Key } from '#table/entity.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Mailer } from '#usecases/ports/mailer.ts';
import type { Act, Refused } from '#usecases/ports/store.ts';
import {
  countedDay,
  finished,
  isFree,
  moved,
  onceADay,
  remindedAct,
  secondOf,
  stillTrue,
  type MailJob,
  type Outbox,
} from './mail-rules.ts';
import { traceOf } from './trace.ts';

type MailContext = Context & { readonly mailer: Mailer };

/** A claim that was not finished within this is given up: the function that held it is gone. */
const CLAIM_MINUTES = 5;
/** Tries before a mail is given up and shown to the centre. */
const MOST_TRIES = 8;
/** A notice is never folded into another mail of the day; it waits for the next. */
const NEVER_MERGED = 'formal-notice';

export type Sent = 'sent' | 'postponed' | 'merged' | 'superseded' | 'failed' | 'skipped';

interface Work {
  readonly context: MailContext;
  readonly item: Outbox;
  readonly job: MailJob;
}

const write = async ({ context, item }: Work, after: Outbox, more: readonly Act[] = []): Promise<boolean> => {
  const put: Act = { act: 'put', label: 'outbox', entity: outbox, item: after, over: item.version };
  return (await context.store.transact([put, ...more])).done;
};

const finish = async (
  work: Work,
  as: Sent,
  change: Partial<Outbox>,
  more: readonly Act[] = [],
): Promise<Sent> =>
  (await write(work, finished(work.context, work.item, work.job, change), more)) ? as : 'skipped';

const giveUp = (work: Work): Promise<Sent> =>
  finish(work, 'failed', {
    state: 'returned',
    returned: { kind: 'bounce', at: secondOf(work.context.now()) },
  });

const postpone = async (
  work: Work,
  until: Temporal.Instant,
  change: Pick<Outbox, 'countsOn'> = {},
  more: readonly Act[] = [],
): Promise<Sent> => {
  const notBefore = secondOf(until);
  const after = moved(work.context, work.item, { state: 'waiting', notBefore, ...change });
  return (await write(work, after, more)) ? 'postponed' : 'skipped';
};

/**
 * Its own day has had its mail: it takes the next one, and takes it now, so that no reminder which somebody chose for
 * that morning comes before it. Where that day is taken already it queues for it all the same.
 */
const postponeToTomorrow = async (work: Work): Promise<Sent> => {
  const { context, item, job } = work;
  const tomorrow = addDays(localDay(context.now(), job.zone), 1);
  const countsOn = addDays(countedDay(item, job), 1);
  const [until, taken] = [morningOf(tomorrow, job.zone), onceADay(context, { ...item, countsOn }, job)];
  const reserved = await postpone(work, until, { countsOn }, taken);
  return reserved === 'postponed' ? reserved : postpone(work, until, { countsOn });
};

type Claimed = { readonly claimed: Outbox } | { readonly refused: readonly Refused[] };

/** Takes the item for this run alone; everything that forbids sending is a condition of the same transaction. */
const claim = async ({ context, item, job }: Work, limits: readonly Act[]): Promise<Claimed> => {
  const claimed = moved(context, item, {
    state: 'claimed',
    attempts: item.attempts + 1,
    claimedUntil: secondOf(context.now().add({ minutes: CLAIM_MINUTES })),
  });
  const outcome = await context.store.transact([
    { act: 'put', label: 'outbox', entity: outbox, item: claimed, over: item.version },
    ...stillTrue(item, job),
    ...limits,
  ]);
  if (outcome.done) return { claimed };
  return {
    refused: outcome.refused === 'conflict' ? [{ label: 'outbox', found: undefined }] : outcome.refused,
  };
};

const handOver = async (work: Work): Promise<Sent> => {
  const { context, item, job } = work;
  const handed = await context.mailer.send({ ...job, trace: traceOf(outbox.key(item)) });
  if (handed.outcome === 'refused') return giveUp(work);
  await finish(work, 'sent', { state: 'done', messageId: handed.messageId }, remindedAct(item, job));
  return 'sent';
};

const notClaimed = async (work: Work, refused: readonly Refused[]): Promise<Sent> => {
  const { item, job } = work;
  if (refused.some(({ label }) => label === 'outbox')) return 'skipped';
  if (refused.some(({ label }) => label === 'still-true'))
    return finish(work, 'superseded', { state: 'superseded' });
  const today = refused.find(({ label }) => label === 'once-a-day');
  if (today?.found?.['mutationId'] === item.outbox) return sendWith(work, []);
  // What home delivery depends on is never taken for told by a reminder that somebody chose.
  const only = today?.found?.['chosen'] === true && job.chosen === undefined;
  return job.message === NEVER_MERGED || only
    ? postponeToTomorrow(work)
    : finish(work, 'merged', { state: 'merged' }, remindedAct(item, job));
};

const sendWith = async (work: Work, limits: readonly Act[]): Promise<Sent> => {
  const outcome = await claim(work, limits);
  return 'claimed' in outcome
    ? handOver({ ...work, item: outcome.claimed })
    : notClaimed(work, outcome.refused);
};

/**
 * Sends one mail of the outbox, at least once: it is claimed, handed over and marked. Everything that forbids it is
 * looked at in the claim itself, on real time.
 *
 * @throws what the mail service throws when trying again may help; the item stays unsent and is tried again
 */
export const sendMail = async (context: MailContext, key: Key): Promise<Sent> => {
  const item = await context.store.get(outbox, key);
  const now = context.now();
  if (item?.job.kind !== 'mail' || !isFree(item, secondOf(now))) return 'skipped';
  const { job } = item;
  const work: Work = { context, item, job };
  if (item.attempts >= MOST_TRIES) return giveUp(work);
  const quietEnd = quietHoursEnd(now, job.zone);
  const quiet = !job.mayPassQuietHours && Temporal.Instant.compare(quietEnd, now) > 0;
  return quiet ? postpone(work, quietEnd) : sendWith(work, onceADay(context, item, job));
};
