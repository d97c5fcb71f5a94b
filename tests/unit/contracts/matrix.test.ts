import { describe, expect, it } from 'vitest';
import { ANSWERS, type Answer } from '#contracts/authorisation/answers.ts';
import { GROUP_NAMES } from '#contracts/authorisation/expected-answer.ts';
import { SITUATIONS } from '#contracts/authorisation/situations.ts';
import { routes } from '#contracts/routes.ts';
import { wrongIn, type Came } from '../../support/matrix/ask.ts';
import { allCases } from '../../support/matrix/cases.ts';
import { OPEN_ANSWERS } from '../../support/matrix/open-routes.ts';
import { NOTE } from '../../support/matrix/place-items.ts';
import { placesOf } from '../../support/matrix/places.ts';

const { placed } = placesOf(allCases().filter(({ route }) => route.audience !== 'open'));
const answers = Object.keys(ANSWERS) as Answer[];
const cameAs = (answer: Answer, text = ''): Came => {
  const { status, code } = ANSWERS[answer];
  return { status, code, headers: {}, text };
};

describe('the authorisation matrix', () => {
  it('has every route, every group and every situation in it', () => {
    const signedIn = routes.filter(({ audience }) => audience !== 'open');
    expect(new Set(placed.map(({ route }) => route.name))).toEqual(new Set(signedIn.map(({ name }) => name)));
    expect(new Set(placed.map(({ group }) => group))).toEqual(new Set(GROUP_NAMES));
    expect(new Set(placed.map(({ situation }) => situation))).toEqual(new Set(Object.keys(SITUATIONS)));
    for (const { name } of signedIn)
      for (const group of GROUP_NAMES)
        expect(
          placed.some((one) => one.route.name === name && one.group === group),
          `${name} ${group}`,
        ).toBe(true);
    const open = routes.filter(({ audience }) => audience === 'open').map(({ name }) => name);
    expect(Object.keys(OPEN_ANSWERS).sort()).toEqual(open.sort());
  });

  it('is wrong where a case was never tried, and where there is none', () => {
    const [first, second] = placed;
    if (first === undefined || second === undefined) throw new Error('There are no cases.');
    const tried = new Map([[first, cameAs(first.expected)]]);
    expect(wrongIn([first], tried)).toEqual([]);
    expect(wrongIn([first, second], tried)).toEqual([expect.stringContaining('was not tried')]);
    expect(wrongIn([], tried)).toEqual(['no case at all']);
  });

  it('takes no answer for another, and none that it does not know for any', () => {
    for (const expected of answers) {
      const one = placed.find((each) => each.expected === expected);
      if (one === undefined) throw new Error(`No case expects ${expected}.`);
      for (const came of answers)
        expect([expected, came, wrongIn([one], new Map([[one, cameAs(came)]])).length]).toEqual([
          expected,
          came,
          came === expected ? 0 : 1,
        ]);
      for (const status of [301, 400, 429, 500, 503]) {
        const other = { ...cameAs(expected), status };
        expect(wrongIn([one], new Map([[one, other]]))).toHaveLength(1);
      }
    }
  });

  it('is wrong where what is withheld is shown', () => {
    const one = placed.find(
      ({ situation, expected }) => situation === 'withheld-entry' && expected === 'let-in',
    );
    if (one === undefined) throw new Error('Nothing is withheld.');
    expect(wrongIn([one], new Map([[one, cameAs('let-in', `{"note":"${NOTE}"}`)]]))).toEqual([
      expect.stringContaining('shows what is withheld'),
    ]);
  });
});
