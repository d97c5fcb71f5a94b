/** What a log field may hold: a value of another form is not logged, whoever passed it. */
export type LogField =
  | 'count'
  | 'request-id'
  | 'route-key'
  | 'error-name'
  | 'stack-frames'
  | 'parse-issues'
  /** One of a closed list of words. */
  | readonly string[];

/** What takes the place of a value that is not of its field's form. */
const WITHHELD = '[withheld]';

const everyMatches = (value: unknown, form: RegExp): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && form.test(one));

/** `typeof` of what was thrown, where it was no error. */
const THROWN = ['string', 'number', 'bigint', 'boolean', 'symbol', 'undefined', 'object', 'function'];

const forms = {
  count: (value: unknown) => typeof value === 'number' && Number.isFinite(value),
  /** As API Gateway makes them, and as the local run does. */
  'request-id': (value: unknown) => typeof value === 'string' && /^[\w=-]{8,64}$/.test(value),
  /** The route's template, never the path that was asked for. */
  'route-key': (value: unknown) =>
    typeof value === 'string' && /^(?:GET|PUT|POST) (?:\/(?:[a-z0-9-]+|\{[a-z]+\}))+$/i.test(value),
  'error-name': (value: unknown) =>
    typeof value === 'string' &&
    (THROWN.includes(value) || /^(?:[A-Z][A-Za-z]{0,50})?(?:Error|Exception|Fault)$/.test(value)),
  /** Places in code: a message with a line that begins like one is not one. */
  'stack-frames': (value: unknown) => everyMatches(value, /^at [^'"`@]{1,300}:\d+:\d+\)?$/),
  /** Zod's path and code, e.g. `identity.birthDate: invalid_type`. */
  'parse-issues': (value: unknown) => everyMatches(value, /^[\w.]{0,80}: [a-z_]{3,40}$/),
} as const;

const isOf = (field: LogField, value: unknown): boolean =>
  typeof field === 'string' ? forms[field](value) : typeof value === 'string' && field.includes(value);

/** The value if it has its field's form, else a word in its place: the line stays, what it must not say does not. */
export const logged = (field: LogField, value: unknown): unknown => (isOf(field, value) ? value : WITHHELD);
