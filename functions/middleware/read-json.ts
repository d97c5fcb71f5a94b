import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { headerOf, type ApiEvent } from './event.ts';
import { scanJson } from './scan-json.ts';

/** More than any body of the contract needs (a sync of many entries), far less than a function can be sent. */
const MOST_BYTES = 256 * 1024;
const MOST_LEVELS = 12;

const isJson = (type: string | undefined): boolean =>
  type !== undefined && /^application\/json(?:\s*;\s*charset=utf-?8)?$/i.test(type.trim());

const parse = (text: string): Result<unknown> => {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return invalid('', 'not-json');
    throw error;
  }
};

const decode = (bytes: Buffer): Result<string> => {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return invalid('', 'not-json');
    throw error;
  }
};

/**
 * The body of a request as JSON. Refused: other types, more than 256 KB, deeper than 12 levels, names that come twice
 * in one object and names that JavaScript reserves.
 */
export const readJson = (event: ApiEvent): Result<unknown> => {
  if (event.body === undefined || event.body === '') return invalid('', 'missing');
  if (!isJson(headerOf(event, 'content-type'))) return invalid('', 'not-json');
  const bytes = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > MOST_BYTES)
    return fail('invalid', { fields: [{ pointer: '', reason: 'too-long' }] });
  const text = decode(bytes);
  if (!text.ok) return text;
  const value = parse(text.value);
  if (!value.ok) return value;
  const fault = scanJson(text.value, MOST_LEVELS);
  return fault === undefined ? value : fail('invalid', { fields: [fault] });
};
