import type { Temporal } from 'temporal-polyfill';
import { localDayOf } from '#domain/local-time.ts';
import { link } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import { limit } from '#table/entities/sign-in.ts';
import { outbox } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { changed, created } from '#table/item.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';

export type Outbox = Stored<typeof outbox>;
export type MailJob = Extract<Outbox['job'], { kind: 'mail' }>;

const KEEP_DAYS = 90;
const LIMIT_DAYS = 2;

export const secondOf = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'second' });
const epochIn = (instant: Temporal.Instant, days: number): number =>
  Math.floor(instant.add({ hours: days * 24 }).epochMilliseconds / 1000);

const stampOf = (context: Context) => ({
  at: secondOf(context.now()),
  by: 'outbox',
  mutationId: context.newId(),
});

/** The next version of an item. */
export const moved = (context: Context, item: Outbox, change: Partial<Outbox>): Outbox => ({
  ...item,
  ...change,
  ...changed(item, stampOf(context)),
});

/** Whether it is to be done by now and no other run holds it. */
export const isFree = (item: Outbox, now: string): boolean =>
  item.notBefore <= now &&
  (item.state === 'waiting' || (item.state === 'claimed' && (item.claimedUntil ?? '') <= now));

/** A job that is no mail, done. */
export const doneJob = (context: Context, item: Outbox): Outbox =>
  moved(context, item, {
    state: 'done',
    doneAt: secondOf(context.now()),
    expiresAt: epochIn(context.now(), KEEP_DAYS),
  });

/** An item that is done with: it holds no code any more, and goes by itself. */
export const finished = (context: Context, item: Outbox, job: MailJob, change: Partial<Outbox>): Outbox =>
  moved(context, item, {
    job: { ...job, values: {} },
    doneAt: secondOf(context.now()),
    expiresAt: epochIn(context.now(), KEEP_DAYS),
    ...change,
  });

/** The day whose one mail this is: the one it was written for, unless it had to wait for another. */
export const countedDay = (item: Outbox, job: MailJob): string =>
  item.countsOn ?? localDayOf(item.at, job.zone);

/** At most one mail an account and day. */
export const onceADay = (context: Context, item: Outbox, job: MailJob): readonly Act[] => {
  if (job.account === undefined || job.mayPassQuietHours) return [];
  const who = `${job.account}-${countedDay(item, job)}`;
  const stamp = { ...stampOf(context), mutationId: item.outbox };
  const chosen = job.chosen === undefined ? {} : { chosen: job.chosen };
  const counted = {
    what: 'mail',
    who,
    count: 1,
    ...chosen,
    ...created(stamp, epochIn(context.now(), LIMIT_DAYS)),
  };
  return [{ act: 'put', label: 'once-a-day', entity: limit, item: counted, over: 'absent' }];
};

/** Recording still stands where it stood when this was written: an entry, a pause or a stop has not overtaken it. */
export const stillTrue = (item: Outbox, job: MailJob): readonly Act[] => {
  const { owner } = item;
  if (job.chosen !== undefined && owner.of === 'diary' && job.account !== undefined) {
    const linked = link.key({ ...owner, account: job.account });
    return [
      { act: 'check', label: 'still-true', key: state.key(owner), when: [{ path: 'stop', is: 'absent' }] },
      { act: 'check', label: 'still-true', key: linked, when: [{ path: 'endedAt', is: 'absent' }] },
    ];
  }
  if (job.whileRecording === undefined || owner.of !== 'diary') return [];
  const { lapseId, announced } = job.whileRecording;
  return [
    {
      act: 'check',
      label: 'still-true',
      key: state.key(owner),
      when: [
        { path: 'recording.lapse.id', is: '=', to: lapseId },
        { path: 'recording.lapse.announced', is: '=', to: announced },
        { path: 'recording.lapse.over', is: '=', to: false },
        { path: 'recording.stage', is: 'in', to: ['due', 'reminded', 'lapsed', 'at-risk'] },
        { path: 'stop', is: 'absent' },
      ],
    },
  ];
};

/** A reminder that went out counts towards a formal notice, on the day it was written for. */
export const remindedAct = (item: Outbox, job: MailJob): readonly Act[] =>
  item.owner.of !== 'diary' || job.whileRecording === undefined
    ? []
    : [
        {
          act: 'update',
          label: 'reminded',
          key: state.key(item.owner),
          append: { remindedOn: [localDayOf(item.at, job.zone)] },
          when: [{ path: 'pk', is: 'present' }],
        },
      ];
