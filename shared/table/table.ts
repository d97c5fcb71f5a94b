import type { TableDefinition } from './definition.ts';

export const tableDefinition = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  // DynamoDB wants three characters at least in an index name; the attribute is plain `at`.
  localIndexes: { timeline: { sortKey: 'at' } },
  globalIndexes: {
    roster: {
      partitionKey: 'rosterPk',
      sortKey: 'rosterSk',
      projection: [
        'type',
        'centre',
        'patient',
        'identity',
        'recording',
        'delivery',
        'channel',
        'lastEntryAt',
        'homeTherapy',
        'version',
      ],
      answers: 'The patients of a centre by name, with their recording and delivery status.',
    },
    account: {
      partitionKey: 'accountPk',
      sortKey: 'accountSk',
      projection: 'all',
      answers: 'The diaries and centres an account is linked to.',
    },
    batch: {
      partitionKey: 'batchPk',
      sortKey: 'batchSk',
      projection: 'all',
      answers: 'Who used a batch.',
    },
    centreTime: {
      partitionKey: 'centreTimePk',
      sortKey: 'centreTimeSk',
      projection: 'all',
      answers: "A centre's entries between two instants, for exports.",
    },
    due: {
      partitionKey: 'duePk',
      sortKey: 'dueSk',
      projection: 'keys',
      answers:
        'The patients whose recording status may change by now, and the links whose reminder has come. Only those with a running clock are in it.',
    },
    unsent: {
      partitionKey: 'unsentPk',
      sortKey: 'unsentSk',
      projection: 'keys',
      answers: 'Mails and export jobs that are not done yet.',
    },
    worklist: {
      partitionKey: 'worklistPk',
      sortKey: 'worklistSk',
      projection: 'all',
      answers: 'What needs a person at a centre: lapsed recorders, links to confirm, mail that came back.',
    },
  },
} as const satisfies TableDefinition;

export type GlobalIndex = keyof typeof tableDefinition.globalIndexes;
export type LocalIndex = keyof typeof tableDefinition.localIndexes;
