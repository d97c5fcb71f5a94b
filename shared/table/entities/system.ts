import * as z from 'zod';
import { day, id, instant } from '#contracts/text.ts';
import { AUDIENCES } from '#contracts/route.ts';
import { REGISTRY_JOBS, RELATIONS, STAFF_JOBS } from '#domain/vocabulary.ts';
import { entity } from '../entity.ts';
import { centreKey, diaryKey, key } from '../key.ts';
import { shardOf } from '../fold.ts';

/** Whose audit, or whose outbox: a diary’s, a centre’s or the registry’s. */
const owner = z.discriminatedUnion('of', [
  z.object({ of: z.literal('diary'), centre: id, patient: id }),
  z.object({ of: z.literal('centre'), centre: id }),
  z.object({ of: z.literal('registry') }),
]);
export type Owner = z.infer<typeof owner>;

const ownerKey = (given: Owner): string => {
  switch (given.of) {
    case 'diary':
      return diaryKey(given.centre, given.patient);
    case 'centre':
      return centreKey(given.centre);
    case 'registry':
      return 'REGISTRY';
  }
};

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
        mayPassQuietHours: z.boolean(),
      }),
      z.object({ kind: z.literal('export'), export: id }),
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
      item.state === 'returned' && item.owner.of !== 'registry'
        ? [key('CENTRE', item.owner.centre, 'WORKLIST'), key(5, item.returned?.at ?? item.at, item.outbox)]
        : undefined,
  }),
  retention: { keep: '90 days after it was done', why: 'Returned mail is traced by it.' },
  readers: 'The outbox reader; the centre sees returned mail.',
});

/** What an invitation lets happen. The code itself is only in the person’s hands. */
const forWhom = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['patient', 'carer']),
    centre: id,
    centreName: z.string(),
    patient: id,
    firstName: z.string(),
    relation: z.enum(RELATIONS),
    mayRecord: z.boolean(),
    consent: z.enum(['not-needed', 'needed', 'given', 'revoked']),
    /** SHA-256 over code and birth date: checked without keeping the date here. */
    birthDateHash: z.string(),
  }),
  z.object({ kind: z.literal('staff'), centre: id, centreName: z.string(), job: z.enum(STAFF_JOBS) }),
  z.object({ kind: z.literal('registry'), job: z.enum(REGISTRY_JOBS) }),
]);

/**
 * A single-use invitation. It stands in the partition of whoever invites, so that IAM says whose it can be: a centre
 * can’t write one for another centre’s patients.
 */
export const invited = entity({
  type: 'invited',
  describes: 'A single-use invitation: who is invited to what, and the hash of the code.',
  template: { pk: '{owner}#INVITED', sk: '{invitation}' },
  fields: z.object({
    owner,
    invitation: id,
    hash: z.string(),
    for: forWhom,
    name: z.string(),
    email: z.string().optional(),
    by: z.string(),
    endsAt: instant,
    /** Wrong birth dates so far. */
    misses: z.int(),
    /** The username being made with it: one invitation never makes two logins. */
    reservedFor: z.string().optional(),
    usedBy: z.string().optional(),
  }),
  key: (ids: { owner: Owner; invitation: string }) => ({
    pk: `${ownerKey(ids.owner)}#INVITED`,
    sk: key(ids.invitation),
  }),
  retention: { keep: 'until 30 days after it ends', why: 'A late code gets a clear answer.' },
  readers: 'The session function; the centre’s staff; the registry for its own.',
});

export const invitation = entity({
  type: 'invitation',
  describes:
    'Where the invitation with this hash stands. It grants nothing: what counts is the item it leads to, whose hash must be the same.',
  template: { pk: 'INVITE#{hash}', sk: 'INVITE' },
  fields: z.object({ hash: z.string(), owner, invitation: id }),
  key: ({ hash }: { hash: string }) => ({ pk: key('INVITE', hash), sk: 'INVITE' }),
  retention: { keep: 'until 30 days after it ends', why: 'A late code gets a clear answer.' },
  readers: 'The session function.',
});

/** For people without an address on file: their centre prints or reads out a code after an identity check. */
export const resetCode = entity({
  type: 'reset-code',
  describes: 'A single-use code from a centre with which a linked person sets a new password.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'CODE#{account}' },
  fields: z.object({
    centre: id,
    patient: id,
    account: id,
    username: z.string(),
    hash: z.string(),
    endsAt: instant,
  }),
  key: (ids: { centre: string; patient: string; account: string }) => ({
    pk: diaryKey(ids.centre, ids.patient),
    sk: key('CODE', ids.account),
  }),
  retention: { keep: 'until it is used, at most 2 days', why: 'Only for setting that password.' },
  readers: 'The session function.',
});

export const session = entity({
  type: 'session',
  describes: 'One signed-in device: the hash of the refresh token that may be used next.',
  template: { pk: 'SESSION#{session}', sk: 'SESSION' },
  fields: z.object({
    session: id,
    audience: z.enum(AUDIENCES),
    account: id,
    username: z.string(),
    /** Staff work at one centre per session; chosen here, put into every token of the session. */
    centre: id.optional(),
    tokenHash: z.string(),
    /** The token before, honoured for a few seconds: two tabs may refresh at once. */
    previousHash: z.string().optional(),
    rotatedAt: instant,
  }),
  key: (ids: { session: string }) => ({ pk: key('SESSION', ids.session), sk: 'SESSION' }),
  retention: { keep: 'as long as its refresh token', why: 'Detects a stolen refresh token.' },
  readers: 'The session function.',
});

export const limit = entity({
  type: 'limit',
  describes: 'A counter that goes by itself: tries of a sign-in, mails of a day.',
  template: { pk: 'LIMIT#{what}#{hash}', sk: 'LIMIT' },
  fields: z.object({
    what: z.string(),
    who: z.string(),
    count: z.int(),
    /** Epoch second before which there is no next try. */
    until: z.int().optional(),
  }),
  key: (ids: { what: string; who: string }) => ({ pk: key('LIMIT', ids.what, ids.who), sk: 'LIMIT' }),
  retention: { keep: 'minutes to two days', why: 'Throttling and one mail a day.' },
  readers: 'The session function, the outbox reader.',
});

export const knownDevice = entity({
  type: 'known-device',
  describes: 'That one name has signed in on one device before: strangers’ tries don’t count against it.',
  template: { pk: 'LIMIT#device#{hash}', sk: 'LIMIT' },
  fields: z.object({ hash: z.string() }),
  key: ({ hash }: { hash: string }) => ({ pk: key('LIMIT', 'device', hash), sk: 'LIMIT' }),
  retention: {
    keep: '180 days after the last sign-in there',
    why: 'Nobody can keep the owner out by guessing.',
  },
  readers: 'The session function.',
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
