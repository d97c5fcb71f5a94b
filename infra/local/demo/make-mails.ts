import type { link } from '#table/entities/diary.ts';
import type { outbox } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { mailItem } from '#usecases/outbox/mail-item.ts';
import { localDayOf } from '#domain/local-time.ts';
import type { Random } from './random.ts';
import type { Swept } from './replay.ts';
import { secondsOf, ZONE, type Year } from './when.ts';

type Outbox = Stored<typeof outbox>;

const KEPT_DAYS = 90;

/** The reminders that went out, as long as they are kept. They are done: nothing is sent when the demo starts. */
export const makeMails = (
  swept: readonly Swept[],
  links: readonly Stored<typeof link>[],
  random: Random,
  year: Year,
): Outbox[] =>
  swept.flatMap(({ at, after, mail }) => {
    const { lapse } = after;
    const gone = at.add({ hours: KEPT_DAYS * 24 });
    if (mail === undefined || lapse === undefined) return [];
    if (gone.epochMilliseconds <= year.now.epochMilliseconds) return [];
    return links
      .filter(({ email, confirmed }) => email !== undefined && confirmed)
      .map((one): Outbox => {
        const newId = () => random.id(at.epochMilliseconds);
        const queued = mailItem(
          { now: () => at, newId },
          {
            owner: { of: 'diary', centre: one.centre, patient: one.patient },
            message: mail,
            to: one.email ?? '',
            account: one.account,
            zone: ZONE,
            values: {},
            whileRecording: { lapseId: lapse.id, announced: mail },
            by: 'overdue-sweep',
          },
        );
        const doneAt = secondsOf(at.add({ seconds: 40 }));
        return {
          ...queued,
          state: 'done',
          attempts: 1,
          doneAt,
          expiresAt: Math.floor(gone.epochMilliseconds / 1000),
          version: 3,
          updatedAt: doneAt,
          updatedBy: 'outbox',
        };
      });
  });

/** The newest mail came back: it no longer counts as a reminder, and stands on the centre's worklist. */
export const withBounce = (mails: readonly Outbox[]): { mails: Outbox[]; day: string | undefined } => {
  const last = mails.at(-1);
  if (last === undefined) return { mails: [...mails], day: undefined };
  const returned = { kind: 'bounce' as const, at: last.doneAt ?? last.at };
  return {
    mails: [...mails.slice(0, -1), { ...last, state: 'returned', returned }],
    day: localDayOf(last.at, ZONE),
  };
};
