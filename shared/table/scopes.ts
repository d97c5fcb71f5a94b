import type { Right } from './rights.ts';

/**
 * The session tags of each kind of scope. Their values are ids of ours, `[a-z0-9-]`: no key can be made of one that
 * belongs to somebody else.
 */
export const SCOPE_TAGS = {
  account: ['account'],
  diary: ['centre', 'patient'],
  pair: ['centre', 'patient', 'otherCentre', 'otherPatient'],
  late: ['centre', 'patient'],
  centre: ['centre'],
} as const;
export type ScopeName = keyof typeof SCOPE_TAGS;

const CENTRE = 'CENTRE#{centre}';
const ADMIN = `${CENTRE}#ADMIN`;
const DIARY = `${CENTRE}#PATIENT#{patient}`;
/** The second of two diaries of one account, which may be at another centre. */
const OTHER = 'CENTRE#{otherCentre}#PATIENT#{otherPatient}';
/** Every diary of the centre, with its audit, outbox and invitations. */
const DIARIES = `${CENTRE}#PATIENT#*`;
const OUTBOX = `${CENTRE}#OUTBOX`;
const AUDIT = `${CENTRE}#AUDIT`;

/**
 * One diary and what of its centre everybody may know: of a patient, a carer, or staff it is shared with. Of what hangs
 * on it they only add to the audit; its invitations, its codes and its mail are written by others.
 */
const oneDiary: readonly Right[] = [
  { sid: 'ReadDiary', actions: ['GetItem', 'Query'], keys: [CENTRE, DIARY], indexes: ['timeline'] },
  { sid: 'ChangeDiary', actions: ['ConditionCheckItem', 'DeleteItem', 'UpdateItem'], keys: [DIARY] },
  // IAM can't tell a new audit item from one put over another: the archive's chain does.
  { sid: 'WriteDiary', actions: ['PutItem'], keys: [DIARY, `${DIARY}#AUDIT`] },
];

const ownAccount: readonly Right[] = [
  {
    sid: 'FindOwnLinks',
    actions: ['Query'],
    keys: ['ACCOUNT#{account}'],
    indexes: ['account'],
    table: false,
  },
];

/**
 * Every scoped role: the function that alone may assume it, and what it may do once the tags have narrowed it. It is
 * declared here once; the templates' policies, the tests that try every key, and ADR 0007 follow from it.
 */
export const scopeRights = {
  diary: {
    account: ownAccount,
    diary: [
      ...oneDiary,
      // People read who saw their diary; another centre that it is shared with doesn't.
      { sid: 'ReadAudit', actions: ['Query'], keys: [`${DIARY}#AUDIT`] },
      // How many whole diaries an account downloads in an hour is counted.
      { sid: 'SpendAllowance', actions: ['PutItem', 'UpdateItem'], keys: [`${DIARY}#ALLOWANCE`] },
    ],
    // One act on two diaries: it writes both or neither, and reads in neither (docs/adr/0011).
    pair: [
      {
        sid: 'ChangeBoth',
        actions: ['ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem'],
        keys: [DIARY, OTHER],
      },
      { sid: 'TellBoth', actions: ['PutItem'], keys: [`${DIARY}#AUDIT`, `${OTHER}#AUDIT`] },
    ],
    // For somebody whose link has ended: it leaves something there and reads nothing.
    late: [
      { sid: 'CheckEndedLink', actions: ['ConditionCheckItem'], keys: [DIARY] },
      { sid: 'HandOver', actions: ['PutItem'], keys: [`${DIARY}#LATE`, `${DIARY}#AUDIT`] },
      { sid: 'SpendAllowance', actions: ['PutItem', 'UpdateItem'], keys: [`${DIARY}#ALLOWANCE`] },
    ],
  },
  centre: {
    centre: [
      {
        sid: 'ReadCentre',
        actions: ['GetItem', 'Query'],
        keys: [CENTRE, `${CENTRE}#*`],
        // `account` holds, beside the links of accounts, which diaries are shared with this centre.
        // `batch` tells who used and who holds a recalled one.
        indexes: ['account', 'batch', 'roster', 'timeline', 'worklist'],
      },
      {
        sid: 'WriteCentre',
        actions: ['ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem'],
        keys: [CENTRE, `${CENTRE}#*`],
      },
      // A pointer says only where to look, so one that another centre writes opens nothing (session/open-invitation).
      { sid: 'PointToInvitation', actions: ['PutItem'], keys: ['INVITE#*'] },
    ],
    // A diary that another centre shares with this one: whether it does is checked before and in each write.
    diary: oneDiary,
  },
  session: {
    account: ownAccount,
    // Joining a diary, helping its people back in, and ending their sessions.
    diary: [
      { sid: 'ReadInvitation', actions: ['GetItem'], keys: [DIARY, `${DIARY}#INVITED`] },
      { sid: 'UseInvitation', actions: ['UpdateItem'], keys: [DIARY, `${DIARY}#INVITED`] },
      { sid: 'UseResetCode', actions: ['ConditionCheckItem', 'DeleteItem'], keys: [DIARY] },
      // The mail of a new password or address is written with it; the outbox sends it.
      { sid: 'WriteLink', actions: ['PutItem'], keys: [DIARY, `${DIARY}#AUDIT`, `${DIARY}#OUTBOX`] },
    ],
    centre: [
      { sid: 'ReadInvitation', actions: ['GetItem'], keys: [ADMIN, `${CENTRE}#INVITED`] },
      { sid: 'UseInvitation', actions: ['UpdateItem'], keys: [ADMIN, `${CENTRE}#INVITED`] },
      { sid: 'WriteMembership', actions: ['PutItem'], keys: [ADMIN, AUDIT, OUTBOX] },
    ],
  },
  'overdue-sweep': {
    // It decides on every patient of a centre, so it reads their diaries; one centre at a time.
    centre: [
      { sid: 'ReadCentre', actions: ['GetItem'], keys: [CENTRE, ADMIN, OUTBOX, DIARIES] },
      // What the centre calls back stands with the centre itself.
      { sid: 'ReadDiaries', actions: ['Query'], keys: [CENTRE, DIARIES], indexes: ['timeline'] },
      { sid: 'WriteDiaries', actions: ['PutItem'], keys: [OUTBOX, DIARIES] },
    ],
  },
  outbox: {
    // Where an account is linked that a centre has helped: the other centres hear of it.
    account: ownAccount,
    // An export is the whole of a centre, by its own data manager's wish.
    centre: [
      { sid: 'ReadWork', actions: ['GetItem'], keys: [CENTRE, ADMIN, OUTBOX, DIARIES] },
      {
        sid: 'ReadForExport',
        actions: ['Query'],
        keys: [`${CENTRE}#ROSTER`, `${CENTRE}#TIME#*`],
        indexes: ['roster', 'centreTime'],
        table: false,
      },
      // An account may have diaries at two centres and gets one mail a day: that counter is nobody's, and only written.
      { sid: 'WriteWork', actions: ['PutItem'], keys: [ADMIN, AUDIT, OUTBOX, DIARIES, 'LIMIT#mail#*'] },
      { sid: 'CountReminder', actions: ['ConditionCheckItem', 'UpdateItem'], keys: [DIARIES] },
    ],
  },
  'mail-events': {
    centre: [
      { sid: 'ReadMail', actions: ['GetItem'], keys: [OUTBOX, DIARIES] },
      { sid: 'WriteMail', actions: ['PutItem'], keys: [OUTBOX, DIARIES] },
    ],
  },
} as const satisfies Readonly<Record<string, Partial<Record<ScopeName, readonly Right[]>>>>;
