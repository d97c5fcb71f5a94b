import * as z from 'zod';

/** A personal value that was sent somewhere: it must turn up nowhere but in the table and on the pages of those who may see it. */
export interface Mark {
  /** Where it was put, e.g. `put-patient /familyName`. */
  readonly field: string;
  readonly value: string;
}
export interface Marked {
  readonly body: unknown;
  readonly marks: readonly Mark[];
}

type Schema = { readonly [key: string]: unknown };
type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const branches = (schema: Schema): readonly Schema[] =>
  ['anyOf', 'oneOf', 'allOf'].flatMap((key) => {
    const found = schema[key];
    return Array.isArray(found) ? found.filter(isRecord) : [];
  });

/** Texts that are no person's words: clocks, zones, and what a server made up. */
const NOT_PERSONAL = ['typedAt', 'zone', 'homeZone', 'cursor', 'challenge', 'code', 'mutationId'];
/** What a centre and the registry publish about themselves. */
const PUBLISHED: Readonly<Record<string, RegExp>> = {
  'put-centre': /^\/(?:name|email|phone|emergencyPhone|address)$/,
  'put-statement': /./,
};

let made = 0;
const digits = (): string => String((made += 1)).padStart(5, '0');

/** A value of this form that nothing else has; `undefined` where the schema takes no text of a person's own. */
const valueFor = (schema: Schema, name: string): string | undefined => {
  if (schema['type'] !== 'string' || schema['enum'] !== undefined || schema['const'] !== undefined)
    return undefined;
  if (name === 'phone') return `07700 9${digits()}`;
  if (schema['format'] === 'email') return `marked-${digits()}@example.org`;
  if (name === 'birthDate') return `1931-0${String(1 + (made % 9))}-1${String((made += 1) % 9)}`;
  if (name === 'username') return `marked-${digits()}`;
  if (name === 'gtin') return `095040000${digits()}`;
  if (schema['pattern'] !== undefined || schema['format'] !== undefined) return undefined;
  // Short enough for the shortest field; a batch is found by its letters and digits.
  return `Zq${digits()} Marked`;
};

const fill = (
  schema: Schema,
  given: unknown,
  at: string,
  note: (field: string, value: string) => void,
): unknown => {
  const options = branches(schema);
  const name = at.slice(at.lastIndexOf('/') + 1);
  if (options.length > 0) {
    const fitting = isRecord(given)
      ? options.find((one) => fits(one, given))
      : options.find((one) => valueFor(one, name) !== undefined);
    return fitting === undefined ? given : fill(fitting, given, at, note);
  }
  if (Array.isArray(given)) {
    const { items } = schema;
    return isRecord(items)
      ? given.map((one, place) => fill(items, one, `${at}/${String(place)}`, note))
      : given;
  }
  if (isRecord(given)) return fillFields(schema, given, at, note);
  const value = NOT_PERSONAL.includes(name) ? undefined : valueFor(schema, name);
  if (value === undefined) return given;
  note(at, value);
  return value;
};

/** A branch of a union is told by its constants. */
const fits = (schema: Schema, given: Fields): boolean =>
  Object.entries(isRecord(schema['properties']) ? schema['properties'] : {}).every(
    ([name, one]) => !isRecord(one) || one['const'] === undefined || one['const'] === given[name],
  );

/** Optional texts are filled in as well; optional objects stay away. */
const fillFields = (
  schema: Schema,
  given: Fields,
  at: string,
  note: (field: string, value: string) => void,
): Fields => {
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  const filled = Object.entries(properties).flatMap(([name, one]) => {
    if (!isRecord(one)) return [];
    const isThere = name in given;
    const value = fill(one, given[name], `${at}/${name}`, note);
    return isThere || value !== undefined ? [[name, value] as const] : [];
  });
  return { ...given, ...Object.fromEntries(filled) };
};

/**
 * The body of a request with a value of its own in every field that takes a person's words, found by the schema: a field
 * that is added later is marked too.
 */
export const markBody = (route: string, schema: z.ZodType, body: unknown): Marked => {
  const marks: Mark[] = [];
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const filled = fill(json, body, '', (field, value) => {
    marks.push({ field: `${route} ${field}`, value });
  });
  const published = PUBLISHED[route];
  return {
    body: filled,
    marks: marks.filter(({ field }) => published?.test(field.slice(route.length + 1)) !== true),
  };
};
