import { Logger } from '@aws-lambda-powertools/logger';

/** Every message that may be logged, with every field it may have. None of them says anything about a person. */
const CATALOGUE = {
  'request answered': ['correlationId', 'route', 'status', 'milliseconds'],
  'request broke': ['correlationId', 'route', 'error', 'at', 'issues'],
  'request came round the edge': ['correlationId'],
  'sweep done': ['looked', 'moved', 'failed', 'finished', 'rung'],
  'sweep could not decide': ['error', 'at', 'issues'],
  'outbox answered': ['outcome'],
  'outbox failed': ['error', 'at', 'issues'],
  'mail event': ['eventType', 'outcome'],
} as const satisfies Record<string, readonly string[]>;

export type LogMessage = keyof typeof CATALOGUE;
export type LogFields<M extends LogMessage> = Partial<
  Record<(typeof CATALOGUE)[M][number], string | number | readonly string[] | undefined>
>;

const logger = new Logger();

const allowed = <M extends LogMessage>(message: M, fields: LogFields<M>): Record<string, unknown> => {
  const names: readonly string[] = CATALOGUE[message];
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
};

/** The log: a message of the catalogue, and of its fields only those the catalogue allows. */
export const log = {
  info: <M extends LogMessage>(message: M, fields: LogFields<M>): void => {
    logger.info(message, allowed(message, fields));
  },
  error: <M extends LogMessage>(message: M, fields: LogFields<M>): void => {
    logger.error(message, allowed(message, fields));
  },
};
