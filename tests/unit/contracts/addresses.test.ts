import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Route } from '#contracts/route.ts';
import { routes } from '#contracts/routes.ts';

/**
 * Where an answer to patients, carers or another centre holds an address, and whose it is. Somebody's own addresses can be
 * withheld: an answer that shows them must take them through `addressesSeen` first, and says so here.
 */
const KNOWN: Readonly<Record<string, string>> = {
  'get-month centre.email': 'the centre’s own, as it gives it to its patients',
  'get-month centre.phone': 'the same',
  'get-month centre.emergencyPhone': 'the same',
  'get-copy months.centre.email': 'the same, in each month that a device keeps',
  'get-copy months.centre.phone': 'the same',
  'get-copy months.centre.emergencyPhone': 'the same',
  'get-shared-month centre.email': 'the patient’s centre’s own',
  'get-shared-month centre.phone': 'the same',
  'get-shared-month centre.emergencyPhone': 'the same',
};

const ADDRESS = /mail|phone|address|postcode|street/iu;

type Shape = z.core.JSONSchema._JSONSchema;
const addressesIn = (schema: Shape, at: string): string[] => {
  if (typeof schema === 'boolean') return [];
  const { properties = {}, items, anyOf = [], oneOf = [], allOf = [], additionalProperties } = schema;
  const inner = [items, additionalProperties].flat().filter((one) => one !== undefined);
  return [
    ...Object.entries(properties).flatMap(([name, one]) => {
      const path = at === '' ? name : `${at}.${name}`;
      const isText = typeof one === 'object' && one.type === 'string';
      return [...(isText && ADDRESS.test(name) ? [path] : []), ...addressesIn(one, path)];
    }),
    ...[...inner, ...anyOf, ...oneOf, ...allOf].flatMap((one) => addressesIn(one, at)),
  ];
};
const leavesTheCentre = ({ audience, reach, name }: Route): boolean =>
  audience === 'diary' || reach === 'shared-diary' || name === 'list-shared';

describe('an address that may be withheld', () => {
  it('is in no answer to patients, carers or another centre that isn’t known to take it out', () => {
    const found = routes.filter(leavesTheCentre).flatMap(({ name, response }: Route) => {
      if (response === 'file' || response === 'nothing') return [];
      return addressesIn(z.toJSONSchema(response, { io: 'output', unrepresentable: 'any' }), '').map(
        (path) => `${name} ${path}`,
      );
    });
    expect([...new Set(found)].sort()).toEqual(Object.keys(KNOWN).sort());
  });
});
