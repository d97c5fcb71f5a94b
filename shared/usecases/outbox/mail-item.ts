import type { Owner } from '#table/entities/owner.ts';
import type { outbox } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { created } from '#table/item.ts';
import type { Context } from '#usecases/ports/context.ts';

type Outbox = Stored<typeof outbox>;
type Mail = Extract<Outbox['job'], { kind: 'mail' }>;

/** What a use case says of a mail; the rest has its usual value. */
export interface MailGiven {
  readonly owner: Owner;
  /** A key of the mail catalogue. */
  readonly message: string;
  readonly to: string;
  readonly account?: string;
  readonly zone: string;
  readonly values: Readonly<Record<string, string>>;
  readonly whileRecording?: Mail['whileRecording'];
  /** A reminder that the person chose: it gives way to those that home delivery depends on. */
  readonly chosen?: true;
  readonly mayPassQuietHours?: boolean;
  /** The language to write in, where the person has chosen one. */
  readonly locale?: string | undefined;
  /** Who caused it: an account, or a job of ours. */
  readonly by: string;
  /** Fixed where the same mail must not be queued twice. */
  readonly id?: string;
  readonly at?: string;
  readonly notBefore?: string;
}

/** A mail that goes out once the write it stands in has happened. Quiet hours are looked at when it is sent. */
export const mailItem = (context: Pick<Context, 'now' | 'newId'>, given: MailGiven): Outbox => {
  const at = given.at ?? context.now().toString({ smallestUnit: 'second' });
  const id = given.id ?? context.newId();
  return {
    outbox: id,
    owner: given.owner,
    at,
    job: {
      kind: 'mail',
      message: given.message,
      to: given.to,
      ...(given.account === undefined ? {} : { account: given.account }),
      locale: given.locale ?? 'en',
      zone: given.zone,
      values: { ...given.values },
      ...(given.whileRecording === undefined ? {} : { whileRecording: given.whileRecording }),
      ...(given.chosen === undefined ? {} : { chosen: given.chosen }),
      mayPassQuietHours: given.mayPassQuietHours ?? false,
    },
    state: 'waiting',
    notBefore: given.notBefore ?? at,
    attempts: 0,
    ...created({ at, by: given.by, mutationId: id }),
  };
};
