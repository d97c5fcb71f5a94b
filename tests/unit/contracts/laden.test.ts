import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '#contracts/routes.ts';
import { requestOf } from '../../support/examples/examples.ts';
import { keptFaults, laden } from '../../support/fuzz/laden.ts';

const TURNS = 6;
const treatment = routes.find(({ name }) => name === 'put-treatment');
if (treatment === undefined) throw new Error('There is no such route.');
const { body } = requestOf('put-treatment', {
  centre: 'larkfield',
  patient: 'p1',
  account: 'ann',
  colleague: 'nurse',
  entry: 'e1',
  version: 1,
  fresh: 'new',
  act: 'act',
  today: '2026-11-22',
  statement: 1,
});
const made = (route: typeof treatment) =>
  Array.from({ length: TURNS }, (_, turn) => laden(route, body, turn, TURNS));
const texts = (bodies: readonly unknown[]) => JSON.stringify(bodies);

describe('a request laden with hostile text', () => {
  it('is one that the route takes, and carries what may be typed: markup, formulas, and a # in a batch', () => {
    const bodies = made(treatment);
    for (const one of bodies) expect(treatment.body?.safeParse(one).error).toBeUndefined();
    expect(texts(bodies)).toContain('"number":"a#b"');
    expect(texts(bodies)).toContain('"number":"<b>x</b>"');
    expect(texts(bodies)).toContain('"number":"=1+1"');
    expect(bodies.flatMap((one) => keptFaults(one))).toEqual([]);
  });

  it('shows a schema that takes what nobody should keep', () => {
    const name = 'put-treatment with no limits' as typeof treatment.name;
    const all = made({ ...treatment, name, body: z.looseObject({}) } as unknown as typeof treatment);
    const faults = new Set(all.flatMap((one) => keptFaults(one)));
    expect(faults).toContain('accepted a text without end in typedAt');
    for (const what of ['half a character', 'a control or an override', 'a text without end'])
      expect(faults).toContain(`accepted ${what} in containers.0.batch.number`);
  });
});
