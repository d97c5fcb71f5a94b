import type { Right } from './rights.ts';

/** The privacy statement is everybody's, so it needs no scope. */
const readStatement: Right = { sid: 'ReadStatement', actions: ['Query'], keys: ['REGISTRY#STATEMENT'] };

/**
 * What each function may do with the table by itself, before it has assumed any scope: items that belong to no tenant.
 * Where one is wider, the reason stands beside it.
 */
export const ownRights = {
  diary: [readStatement],
  centre: [{ sid: 'ReadStatement', actions: ['Query'], keys: ['REGISTRY#DIRECTORY', 'REGISTRY#STATEMENT'] }],
  session: [
    readStatement,
    {
      sid: 'KeepSessions',
      actions: ['DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'],
      keys: ['LIMIT#*', 'SESSION#*'],
    },
    // One account's devices, for its owner.
    { sid: 'ListSessions', actions: ['Query'], keys: ['ACCOUNT#*#EVENTS', 'SESSION#*'] },
    { sid: 'NoteEvents', actions: ['PutItem'], keys: ['ACCOUNT#*#EVENTS'] },
    // A pointer is found by the hash of a code, and says only where the invitation stands.
    {
      sid: 'FindInvitation',
      actions: ['GetItem'],
      keys: ['INVITE#*', 'REGISTRY#CENTRES', 'REGISTRY#INVITED', 'REGISTRY#STAFF'],
    },
    { sid: 'JoinRegistry', actions: ['PutItem'], keys: ['REGISTRY#AUDIT', 'REGISTRY#STAFF'] },
    { sid: 'UseRegistryInvitation', actions: ['UpdateItem'], keys: ['REGISTRY#INVITED', 'REGISTRY#STAFF'] },
  ],
  registry: [
    // Onboarding writes a centre that no scope knows yet, and the registry answers for every centre's profile and
    // policy: hence all centres here. Patients, mails and audits of centres are denied below.
    {
      sid: 'ReadCentres',
      actions: ['GetItem'],
      keys: ['REGISTRY#*', 'CENTRE#*'],
    },
    { sid: 'ListRegistry', actions: ['Query'], keys: ['REGISTRY#*'] },
    { sid: 'WriteCentres', actions: ['PutItem'], keys: ['REGISTRY#*', 'CENTRE#*', 'INVITE#*'] },
    { sid: 'CheckOwnJob', actions: ['ConditionCheckItem'], keys: ['REGISTRY#STAFF'] },
  ],
  // It looks over all centres, but sees only keys there: which patient's clock and which mail's time has come.
  'overdue-sweep': [
    {
      sid: 'FindWhatIsDue',
      actions: ['Query'],
      keys: ['DUE#*', 'UNSENT#*'],
      indexes: ['due', 'unsent'],
      table: false,
    },
  ],
  // Cognito asks for one account at a time, in the middle of a sign-in, and gives 5 s: the links of any account may be
  // looked up, which hold names and rights, and no diary.
  'pre-token': [
    { sid: 'FindLinks', actions: ['Query'], keys: ['ACCOUNT#*'], indexes: ['account'], table: false },
    { sid: 'ReadCentreStatus', actions: ['GetItem'], keys: ['REGISTRY#CENTRES'] },
  ],
} as const satisfies Readonly<Record<string, readonly Right[]>>;

/**
 * What the registry may never do, whatever it is allowed: read or write anything of a patient, or read what a centre
 * was sent or did.
 */
export const registryNever = {
  keys: ['CENTRE#*#PATIENT#*'],
  reads: ['CENTRE#*#AUDIT', 'CENTRE#*#INVITED', 'CENTRE#*#OUTBOX'],
} as const;
