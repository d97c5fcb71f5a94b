import * as z from 'zod';
import { id, instant } from '#contracts/text.ts';
import { AUDIENCES } from '#contracts/route.ts';
import {
  ACCOUNT_EVENTS,
  BROWSERS,
  REGISTRY_JOBS,
  RELATIONS,
  STAFF_JOBS,
  SYSTEMS,
} from '#domain/vocabulary.ts';
import { entity } from '../entity.ts';
import { diaryKey, key } from '../key.ts';
import { owner, ownerKey, type Owner } from './owner.ts';
import { provenPassword } from './proof.ts';

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
  template: { pk: 'SESSION#{account}', sk: '{session}' },
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
    /** Coarse, so that people know their own devices again; nothing that tells one from the next. */
    browser: z.enum(BROWSERS),
    system: z.enum(SYSTEMS),
    /** The password was typed once more on this device. */
    proof: provenPassword.optional(),
    /** Ended from another device: this one is told so, and forgets what it kept. */
    endedAt: instant.optional(),
  }),
  key: (ids: { account: string; session: string }) => ({
    pk: key('SESSION', ids.account),
    sk: key(ids.session),
  }),
  retention: {
    keep: 'as long as its refresh token',
    why: 'Detects a stolen refresh token; the owner sees and ends their devices.',
  },
  readers: 'The session function; the account’s owner, without the hashes.',
});

/** Only ever added to: no role changes or removes one. */
export const accountEvent = entity({
  type: 'account-event',
  describes: 'A sign-in, a sign-out, a new password, a second factor: what happened to an account, and when.',
  template: { pk: 'ACCOUNT#{account}#EVENTS', sk: '{instant}#{event}' },
  fields: z.object({
    event: id,
    account: id,
    audience: z.enum(AUDIENCES),
    at: instant,
    what: z.enum(ACCOUNT_EVENTS),
    browser: z.enum(BROWSERS),
    system: z.enum(SYSTEMS),
    /** The session it happened in, or that it ended. */
    session: id.optional(),
    /** Of a sign-in: how many were refused under this name since the one before. */
    refusedBefore: z.int().optional(),
  }),
  key: (ids: { account: string; at: string; event: string }) => ({
    pk: key('ACCOUNT', ids.account, 'EVENTS'),
    sk: key(ids.at, ids.event),
  }),
  retention: { keep: '400 days', why: 'People see who used their account; a misuse can be looked into.' },
  readers: 'The account’s owner, through the session function.',
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
    /** The day’s one mail was a reminder that the person chose. */
    chosen: z.literal(true).optional(),
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
