import { expect, it } from 'vitest';
import { newId } from '#adapters/new-id.ts';
import { id } from '#contracts/text.ts';

it('an id is a UUID of version 7 that fits the contract and sorts by time', () => {
  const times = [0, 1, 255, 1_795_338_000_000, 1_795_338_000_001, 281_474_976_710_655];
  const made = times.map((time) => newId(time));
  for (const one of made) {
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(id.parse(one)).toBe(one);
  }
  expect([...made].sort()).toEqual(made);
});
