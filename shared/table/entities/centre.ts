import * as z from 'zod';
import { easyReadPart } from '#contracts/diary.ts';
import { policy as policyFields, centre as centreFields } from '#contracts/centre.ts';
import { day, id, instant } from '#contracts/text.ts';
import { REGISTRY_JOBS, STAFF_JOBS } from '#domain/vocabulary.ts';
import { entity } from '../entity.ts';
import { centreAdminKey, centreKey, key } from '../key.ts';

const profileFields = { ...centreFields.omit({ id: true, version: true }).shape };

export const centreProfile = entity({
  type: 'centre',
  describes:
    'What a centre’s patients may know of it: name, contacts, 24-hour number, and what their pages need of its policy.',
  template: { pk: 'CENTRE#{centre}', sk: 'PROFILE' },
  fields: z.object({
    centre: id,
    ...profileFields,
    ...policyFields.pick({ emergencySites: true, matchByClass: true }).shape,
  }),
  key: ({ centre }: { centre: string }) => ({ pk: centreKey(centre), sk: 'PROFILE' }),
  retention: { keep: 'as long as the centre', why: 'Patients reach their centre by it.' },
  readers: 'The centre’s patients, carers and staff.',
});

export const centrePolicy = entity({
  type: 'policy',
  describes: 'A centre’s recording policy.',
  template: { pk: 'CENTRE#{centre}#ADMIN', sk: 'POLICY' },
  fields: z.object({ centre: id, policy: policyFields }),
  key: ({ centre }: { centre: string }) => ({ pk: centreAdminKey(centre), sk: 'POLICY' }),
  retention: { keep: 'as long as the centre', why: 'Recording status is decided by it.' },
  readers: 'The centre’s staff; the sweep.',
});

export const staff = entity({
  type: 'staff',
  describes: 'A person’s job at a centre.',
  template: { pk: 'CENTRE#{centre}#ADMIN', sk: 'STAFF#{account}' },
  fields: z.object({
    centre: id,
    account: id,
    username: z.string(),
    displayName: z.string(),
    job: z.enum(STAFF_JOBS),
    status: z.enum(['active', 'ended']),
    since: instant,
    /** Tokens issued before this epoch second no longer write. */
    notBefore: z.int(),
  }),
  key: (ids: { centre: string; account: string }) => ({
    pk: centreAdminKey(ids.centre),
    sk: key('STAFF', ids.account),
  }),
  indexes: (item) => ({
    account: item.status === 'active' ? [key('ACCOUNT', item.account), key(item.centre, 'STAFF')] : undefined,
  }),
  retention: {
    keep: '8 years after the membership ended',
    why: 'Who acted for the centre stays answerable.',
  },
  readers: 'The centre’s staff.',
});

/** How many data managers a centre has: the last one can’t be removed. */
export const managerCount = entity({
  type: 'manager-count',
  describes: 'The number of active data managers, so that the last can’t be removed by two acts at once.',
  template: { pk: 'CENTRE#{centre}#ADMIN', sk: 'MANAGERS' },
  fields: z.object({ centre: id, active: z.int() }),
  key: ({ centre }: { centre: string }) => ({ pk: centreAdminKey(centre), sk: 'MANAGERS' }),
  retention: { keep: 'as long as the centre', why: 'Guards the last data manager.' },
  readers: 'The centre’s API.',
});

export const exportJob = entity({
  type: 'export',
  describes: 'A centre’s export of a date range and how far it is.',
  template: { pk: 'CENTRE#{centre}#ADMIN', sk: 'EXPORT#{export}' },
  fields: z.object({
    centre: id,
    export: id,
    from: day,
    to: day,
    askedAt: instant,
    askedBy: z.object({ account: z.string(), name: z.string() }),
    state: z.enum(['waiting', 'running', 'ready', 'failed']),
    rows: z.int().optional(),
    objectKey: z.string().optional(),
  }),
  key: (ids: { centre: string; export: string }) => ({
    pk: centreAdminKey(ids.centre),
    sk: key('EXPORT', ids.export),
  }),
  retention: { keep: '7 days', why: 'The file is for one download; it goes with its job.' },
  readers: 'The centre’s data managers.',
});

export const registryCentre = entity({
  type: 'registry-centre',
  describes: 'The registry’s own list of centres.',
  template: { pk: 'REGISTRY#CENTRES', sk: '{centre}' },
  fields: z.object({ centre: id, ...profileFields }),
  key: ({ centre }: { centre: string }) => ({ pk: key('REGISTRY', 'CENTRES'), sk: key(centre) }),
  retention: { keep: 'as long as the registry', why: 'Which centres took part, and when.' },
  readers: 'The registry.',
});

/** Public among centres: what one centre must know of another to share a diary with it. */
export const listedCentre = entity({
  type: 'listed-centre',
  describes: 'A centre as other centres find it: its name, and whether it takes part now.',
  template: { pk: 'REGISTRY#DIRECTORY', sk: '{centre}' },
  fields: z.object({ centre: id, name: z.string(), status: z.enum(['active', 'suspended']) }),
  key: ({ centre }: { centre: string }) => ({ pk: key('REGISTRY', 'DIRECTORY'), sk: key(centre) }),
  retention: { keep: 'as long as the registry', why: 'A diary is shared with a centre by its name.' },
  readers: 'The staff of every centre.',
});

export const registryStaff = entity({
  type: 'registry-staff',
  describes: 'A person’s job at the registry.',
  template: { pk: 'REGISTRY#STAFF', sk: '{account}' },
  fields: z.object({
    account: id,
    username: z.string(),
    displayName: z.string(),
    job: z.enum(REGISTRY_JOBS),
    status: z.enum(['active', 'ended']),
    since: instant,
    notBefore: z.int(),
  }),
  key: ({ account }: { account: string }) => ({ pk: key('REGISTRY', 'STAFF'), sk: key(account) }),
  indexes: (item) => ({
    account: item.status === 'active' ? [key('ACCOUNT', item.account), 'REGISTRY'] : undefined,
  }),
  retention: {
    keep: '8 years after the membership ended',
    why: 'Who acted for the registry stays answerable.',
  },
  readers: 'The registry.',
});

/** Two persons help somebody at the registry back in: this is what the first of them said. */
export const recovery = entity({
  type: 'registry-recovery',
  describes: 'That one person asked to take off a colleague’s lost second factor; it takes a second one.',
  template: { pk: 'REGISTRY#STAFF', sk: 'RECOVERY#{account}' },
  fields: z.object({
    account: id,
    /** An account of the registry, or `operator:` with the name in AWS. */
    first: z.string(),
    second: z.string().optional(),
    reason: z.string(),
    endsAt: instant,
  }),
  key: ({ account }: { account: string }) => ({
    pk: key('REGISTRY', 'STAFF'),
    sk: key('RECOVERY', account),
  }),
  retention: { keep: '30 days', why: 'What was done is in the audit.' },
  readers: 'The registry; operators of the service.',
});

export const statement = entity({
  type: 'statement',
  describes: 'A published version of the privacy statement.',
  template: { pk: 'REGISTRY#STATEMENT', sk: 'VERSION#{0001}' },
  fields: z.object({
    statement: z.int(),
    publishedOn: day,
    changes: z.string(),
    sections: z.array(z.object({ heading: z.string(), paragraphs: z.array(z.string()) })),
    easyRead: z.array(easyReadPart).optional(),
  }),
  key: (ids: { statement: number }) => ({
    pk: key('REGISTRY', 'STATEMENT'),
    sk: key('VERSION', String(ids.statement).padStart(4, '0')),
  }),
  retention: { keep: 'for ever', why: 'Records stay under the text that was in force.' },
  readers: 'Everyone.',
});
