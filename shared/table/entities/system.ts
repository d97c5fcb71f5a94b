import * as z from 'zod';
import { day, id, instant } from '#contracts/text.ts';
import { REGISTRY_JOBS, STAFF_JOBS } from '#domain/vocabulary.ts';
import { entity } from '../entity.ts';
import { key } from '../key.ts';
import { shardOf } from '../fold.ts';
import { owner, ownerKey, type Owner } from './owner.ts';

export const audit = entity({
  type: 'audit',
  describes: 'Who did or saw what, when; with what it was before.',
  template: { pk: '{owner}#AUDIT', sk: '{instant}#{audit}' },
  fields: z.object({
    audit: id,
    owner,
    at: instant,
    actor: z.object({
      account: z.string(),
      /** As they were called then; a person's own name is on the link. */
      name: z.string().optional(),
      /** What staff are called by people: beside `name`, with which they sign in and which nobody else is told. */
      displayName: z.string().optional(),
      /** Where staff worked then: for shared care another centre than the diary’s. */
      centre: id.optional(),
      /** That centre's name, where it is another one: whoever reads the diary's audit can't look it up. */
      centreName: z.string().optional(),
      as: z.enum([
        'person',
        ...STAFF_JOBS,
        ...REGISTRY_JOBS.map((job) => `registry-${job}` as const),
        'system',
      ]),
    }),
    /** A closed list of verbs: the use case’s file name. */
    action: z.string(),
    /** The thing acted on: an entry, plan, link … id. */
    about: z.string().optional(),
    reason: z.string().optional(),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
    /** For lists: the patients on the page that was shown (`centre/patient` where of another centre), or everyone of the centre. */
    shown: z.union([z.array(z.string()), z.literal('everyone')]).optional(),
    /** So that nobody can guess erased contents by their digest; erased with them. */
    salt: z.string().optional(),
    /** SHA-256 of what the item says; the write-once archive holds the same. */
    digest: z.string(),
    /** Only on what erasure left of an item: the audit item of that erasure. */
    erasedBy: id.optional(),
  }),
  key: (ids: { owner: Owner; at: string; audit: string }) => ({
    pk: `${ownerKey(ids.owner)}#AUDIT`,
    sk: key(ids.at, ids.audit),
  }),
  retention: {
    keep: 'as long as what it is about, contents at most until erasure',
    why: 'People may ask who saw their diary.',
  },
  readers: 'The patient (in plain words), the centre’s data manager.',
});

const isForUnproved = (job: { readonly kind: string; readonly message?: string }): boolean =>
  job.message === 'address-code';

export const outbox = entity({
  type: 'outbox',
  describes: 'A mail or an export job to be done once the write it belongs to has happened.',
  template: { pk: '{owner}#OUTBOX', sk: '{instant}#{outbox}' },
  fields: z.object({
    outbox: id,
    owner,
    at: instant,
    job: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('mail'),
        /** A key of the mail catalogue. */
        message: z.string(),
        to: z.string(),
        /** Who gets at most one reminder a day; absent for mails to an address without an account. */
        account: z.string().optional(),
        locale: z.string(),
        /** For quiet hours. */
        zone: z.string(),
        /** Values the message needs; never personal. `code` is the one-time code of an invitation. */
        values: z.record(z.string(), z.string()),
        /** Only sent while this is the newest thing said of that lapse: an entry, a pause or a stop cancels it. */
        whileRecording: z.object({ lapseId: z.string(), announced: z.string() }).optional(),
        /** A reminder that the person chose, and may switch off: it gives way to the others. */
        chosen: z.literal(true).optional(),
        mayPassQuietHours: z.boolean(),
      }),
      z.object({ kind: z.literal('export'), export: id }),
      /** An account was helped to sign in: whom it is of, and every other place it is linked to, hear of that. */
      z.object({
        kind: z.literal('tell-of-help'),
        account: id,
        audience: z.enum(['diary', 'centre']),
        username: z.string(),
        /** What was lost: `username`, `password`, `second-factor` or `devices`. */
        lost: z.string(),
        /** Who helped, and where they work. */
        by: z.object({
          account: z.string(),
          name: z.string(),
          centre: id,
          centreName: z.string(),
          job: z.enum(STAFF_JOBS),
        }),
        /** The diary in which it was done, which has its own audit of it; without it, the centre has. */
        patient: id.optional(),
      }),
      /** A centre's policy changed: every patient's next check is now. */
      z.object({ kind: z.literal('reassess') }),
    ]),
    state: z.enum(['waiting', 'claimed', 'done', 'merged', 'superseded', 'returned', 'failed']),
    /** Not before this instant; moves on for quiet hours and retries. */
    notBefore: instant,
    attempts: z.int(),
    /** The local day of the account's one mail that it takes, where that is not the day it was written for. */
    countsOn: day.optional(),
    claimedUntil: instant.optional(),
    messageId: z.string().optional(),
    doneAt: instant.optional(),
    returned: z.object({ kind: z.enum(['bounce', 'complaint']), at: instant }).optional(),
  }),
  key: (ids: { owner: Owner; at: string; outbox: string }) => ({
    pk: `${ownerKey(ids.owner)}#OUTBOX`,
    sk: key(ids.at, ids.outbox),
  }),
  indexes: (item) => ({
    unsent:
      item.state === 'waiting' || item.state === 'claimed'
        ? [
            key('UNSENT', shardOf(item.outbox)),
            key(
              item.state === 'claimed' ? (item.claimedUntil ?? item.notBefore) : item.notBefore,
              item.outbox,
            ),
          ]
        : undefined,
    worklist:
      // An address that nobody has proved is nobody's yet: it may just be mistyped.
      item.state === 'returned' && item.owner.of !== 'registry' && !isForUnproved(item.job)
        ? [key('CENTRE', item.owner.centre, 'WORKLIST'), key(5, item.returned?.at ?? item.at, item.outbox)]
        : undefined,
  }),
  retention: { keep: '90 days after it was done', why: 'Returned mail is traced by it.' },
  readers: 'The outbox reader; the centre sees returned mail.',
});

export const allowance = entity({
  type: 'allowance',
  describes: 'How much of an hour’s costly acts an account has used: exports, invitations.',
  template: { pk: '{owner}#ALLOWANCE', sk: '{what}#{account}' },
  fields: z.object({ owner, what: z.string(), account: id, count: z.int() }),
  key: (ids: { owner: Owner; what: string; account: string }) => ({
    pk: `${ownerKey(ids.owner)}#ALLOWANCE`,
    sk: key(ids.what, ids.account),
  }),
  retention: { keep: 'an hour', why: 'What a stolen session or a runaway client can cost is bounded.' },
  readers: 'The diary’s and the centre’s API.',
});
