import { Logger } from '@aws-lambda-powertools/logger';
import { tableDefinition } from '#table/table.ts';
import { logged, type LogField } from './log-fields.ts';

type Index = keyof typeof tableDefinition.globalIndexes | keyof typeof tableDefinition.localIndexes;
const INDEXES = [
  ...Object.keys(tableDefinition.localIndexes),
  ...Object.keys(tableDefinition.globalIndexes),
] as readonly Index[];

const fault = { error: 'error-name', at: 'stack-frames', issues: 'parse-issues' } as const;

/** Every message that may be logged, with every field it may have and its form. None of them says anything about a person. */
const CATALOGUE = {
  'request answered': {
    correlationId: 'request-id',
    route: 'route-key',
    status: 'count',
    milliseconds: 'count',
  },
  'request broke': { correlationId: 'request-id', route: 'route-key', ...fault },
  'request came round the edge': { correlationId: 'request-id' },
  'function broke': fault,
  'index shows what is not there': { index: INDEXES, count: 'count' },
  'sweep done': {
    looked: 'count',
    moved: 'count',
    failed: 'count',
    finished: ['true', 'false'],
    rung: 'count',
  },
  'sweep could not decide': fault,
  'outbox answered': {
    outcome: ['sent', 'postponed', 'merged', 'superseded', 'failed', 'skipped', 'done'],
  },
  'outbox failed': fault,
  'audit archived': { told: 'count', archived: 'count' },
  'archive failed': fault,
  'mail event': {
    eventType: ['Bounce', 'Complaint', 'Delivery', 'Reject'],
    outcome: ['noted', 'not ours to note'],
  },
} as const satisfies Record<string, Readonly<Record<string, LogField>>>;

export type LogMessage = keyof typeof CATALOGUE;

type Logged<F> = F extends readonly (infer Word)[]
  ? Word
  : F extends 'count'
    ? number
    : F extends 'stack-frames' | 'parse-issues'
      ? readonly string[]
      : string;
type LogFields<M extends LogMessage> = {
  readonly [F in keyof (typeof CATALOGUE)[M]]: Logged<(typeof CATALOGUE)[M][F]>;
};

const logger = new Logger();

const allowed = (message: LogMessage, fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries<LogField>(CATALOGUE[message]).map(([name, field]) => [name, logged(field, fields[name])]),
  );

/** The log: a message of the catalogue with its fields, each in the form that the catalogue gives it; others never. */
export const log = {
  info: <M extends LogMessage>(message: M, fields: LogFields<M>): void => {
    logger.info(message, allowed(message, fields));
  },
  error: <M extends LogMessage>(message: M, fields: LogFields<M>): void => {
    logger.error(message, allowed(message, fields));
  },
};
