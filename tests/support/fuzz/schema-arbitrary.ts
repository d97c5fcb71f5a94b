import * as fc from 'fast-check';
import { hostileTexts } from './hostile.ts';
import type { Schema } from './openapi-document.ts';

/** Values that mean something here, of every form the document knows; those that match a schema's pattern are used for it. */
const meaningful = (today: string): readonly string[] => [
  today,
  '2026-10-25',
  '1900-01-01',
  '2099-12-31',
  today.slice(0, 7),
  `${today}T00:30`,
  '2026-10-25T01:30',
  `${today}T00:30:00Z`,
  'elocta',
  'hemlibra',
  'larkfield',
  'possible-duplicate',
  'long-ago',
  'someone@example.org',
  '01632 960100',
  '<1',
  '12.5',
  '123456',
  '09504000059118',
  '0123456789AB',
];

const PLAIN = ['Robin', 'AB-12 O1', 'Europe/London', 'Folder 3', ...hostileTexts];

const texts = (schema: Schema, today: string): fc.Arbitrary<unknown> => {
  const patterns = [schema, ...(schema.allOf ?? [])].flatMap(({ pattern }) =>
    pattern === undefined ? [] : [pattern],
  );
  if (patterns.length === 0) {
    return fc.oneof(
      fc.constantFrom(...PLAIN),
      fc.string({ unit: 'binary', maxLength: Math.min(schema.maxLength ?? 80, 600) }),
    );
  }
  const forms = patterns.map((pattern) => new RegExp(pattern, 'u'));
  const known = meaningful(today).filter((text) => forms.every((form) => form.test(text)));
  const [first] = forms;
  const made = patterns.length === 1 && first !== undefined && !/\(\?[=!]/.test(first.source);
  if (made && known.length === 0) return fc.stringMatching(first);
  return made
    ? fc.oneof(fc.constantFrom(...known), fc.stringMatching(first))
    : fc.constantFrom(...known, ...PLAIN);
};

const numbers = ({ type, minimum, maximum, exclusiveMinimum }: Schema): fc.Arbitrary<unknown> => {
  const [min, max] = [minimum ?? exclusiveMinimum ?? -1e6, maximum ?? 1e6];
  const whole = fc.integer({ min: Math.ceil(min), max: Math.floor(Math.max(min, max)) });
  const ends = fc.constantFrom(min, max);
  return type === 'integer'
    ? fc.oneof(whole, ends)
    : fc.oneof(whole, ends, fc.double({ min, max, noNaN: true }));
};

/**
 * Makes values of a schema of the document: mostly what it allows, so that they reach what lies behind the parsing.
 *
 * @param today `YYYY-MM-DD`: most days that are made are near it
 */
export const arbitraryOf = (
  schemas: Readonly<Record<string, Schema>>,
  today: string,
): ((schema: Schema) => fc.Arbitrary<unknown>) => {
  const objects = ({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> => {
    const made = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, of(one)]));
    return fc.record(made, { requiredKeys: required.filter((name) => name in made) });
  };
  const of = (schema: Schema): fc.Arbitrary<unknown> => {
    const named = schema.$ref?.split('/').at(-1);
    if (named !== undefined) return of(schemas[named] ?? {});
    if ('const' in schema) return fc.constant(schema.const);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices !== undefined) return fc.oneof(...choices.map((one) => of(one)));
    switch (schema.type ?? schema.allOf?.[0]?.type) {
      case 'string':
        return texts(schema, today);
      case 'integer':
      case 'number':
        return numbers(schema);
      case 'boolean':
        return fc.boolean();
      case 'array':
        return fc.array(of(schema.items ?? {}), {
          minLength: schema.minItems ?? 0,
          maxLength: Math.min(schema.maxItems ?? 3, 3),
        });
      case 'object':
        return objects(schema);
      default:
        return fc.constantFrom<unknown>(...hostileTexts, null, 0);
    }
  };
  return of;
};
