import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '#domain/calendar-day.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import type { Evidence } from '#domain/evidence.ts';
import { matchDoses, mayStandFor, toleranceDays } from '#domain/match-doses.ts';
import type { PlannedDose } from '#domain/plan.ts';
import { plannedDoses } from '#domain/planned-doses.ts';
import { recordedPercent } from '#domain/recorded-percent.ts';
import {
  anyEvidence,
  anyPlans,
  confirmed,
  dayAt,
  everyDays,
  everyWeeks,
  FIRST_DAY,
  notTaken,
  plan,
  products,
  regimen,
  rules,
  treated,
} from './support.ts';

const daily = [plan(FIRST_DAY, regimen(everyDays(1)))];
const alternate = [plan(FIRST_DAY, regimen(everyDays(2)))];
const weekly = [plan(FIRST_DAY, regimen(everyWeeks(1)))];
const openDays = (plans: typeof daily, last: number, ...evidence: Evidence[]): string[] =>
  matchDoses(plannedDoses(plans, FIRST_DAY, dayAt(last)), evidence, rules).open.map((dose) => dose.day);

test('tolerance follows the interval: daily 0, two to six days 1, from seven days 2', () => {
  expect([1, 2, 6, 7, 28].map((interval) => toleranceDays(interval, defaultPolicy))).toEqual([0, 1, 1, 2, 2]);
  expect(openDays(daily, 0, treated(dayAt(1)))).toEqual([dayAt(0)]);
  expect(openDays(alternate, 0, treated(dayAt(1)))).toEqual([]);
  expect(openDays(alternate, 0, treated(dayAt(2)))).toEqual([dayAt(0)]);
  expect(openDays(weekly, 0, treated(dayAt(-2)))).toEqual([]);
  expect(openDays(weekly, 0, treated(dayAt(3)))).toEqual([dayAt(0)]);
});

describe('what may stand for a planned dose', () => {
  const dose = { productId: 'octo' };
  const byClass = { products, policy: { ...defaultPolicy, matchByClass: true } };

  test.each(['prescribed', 'prophylaxis', 'immune-tolerance'] as const)(
    'the same product given as %s does; the same class only where the centre allows it',
    (reason) => {
      expect(mayStandFor(treated(FIRST_DAY, { reason }), dose, rules)).toBe(true);
      const other = treated(FIRST_DAY, { reason, productId: 'octo-two' });
      expect(mayStandFor(other, dose, rules)).toBe(false);
      expect(mayStandFor(other, dose, byClass)).toBe(true);
      expect(mayStandFor({ ...other, productId: 'long' }, dose, byClass)).toBe(false);
    },
  );

  test.each(['new-bleed', 'bleed-follow-up'] as const)(
    'a factor of the same class given for a %s does',
    (reason) => {
      expect(mayStandFor(treated(FIRST_DAY, { reason, productId: 'octo-two' }), dose, rules)).toBe(true);
      expect(mayStandFor(treated(FIRST_DAY, { reason, productId: 'long' }), dose, rules)).toBe(false);
    },
  );

  test.each(['surgery', 'activity', 'physiotherapy', 'other'] as const)(
    'a treatment for %s does not',
    (reason) => {
      expect(mayStandFor(treated(FIRST_DAY, { reason }), dose, rules)).toBe(false);
    },
  );

  test('a non-factor product is replaced by no bleed treatment and by nothing of its class', () => {
    const mimetic = { productId: 'mimetic' };
    const given = (changes: Partial<Evidence>) =>
      mayStandFor(treated(FIRST_DAY, { productId: 'mimetic', ...changes }), mimetic, byClass);
    expect(given({ reason: 'prophylaxis' })).toBe(true);
    expect(given({ reason: 'new-bleed' })).toBe(false);
    expect(given({ reason: 'new-bleed', productId: 'octo' })).toBe(false);
  });

  test('another product, an unknown product and a confirmation stand for nothing', () => {
    expect(mayStandFor(treated(FIRST_DAY, { productId: undefined }), dose, byClass)).toBe(false);
    expect(mayStandFor(treated(FIRST_DAY, { productId: 'unknown' }), dose, byClass)).toBe(false);
    expect(mayStandFor(confirmed(FIRST_DAY), dose, byClass)).toBe(false);
    expect(openDays(daily, 0, confirmed(FIRST_DAY))).toEqual([FIRST_DAY]);
  });
});

test('each treatment closes one dose only', () => {
  expect(openDays(alternate, 2, treated(dayAt(1)))).toEqual([dayAt(2)]);
  expect(openDays(alternate, 2, treated(dayAt(1)), treated(dayAt(1)))).toEqual([]);
});

test('an earlier treatment moves to its other dose when a later one needs its place', () => {
  expect(openDays(alternate, 4, treated(dayAt(1)), treated(dayAt(3)), treated(dayAt(3)))).toEqual([]);
});

test('a dose marked not taken is not open and not recorded, and takes no treatment from another', () => {
  const evidence = [notTaken(dayAt(0), dayAt(2), 'octo'), treated(dayAt(3))];
  const result = matchDoses(plannedDoses(alternate, FIRST_DAY, dayAt(4)), evidence, rules);
  expect(result.notTaken.map((dose) => dose.day)).toEqual([dayAt(0), dayAt(2)]);
  expect(result.matched.map(({ dose }) => dose.day)).toEqual([dayAt(4)]);
  expect(openDays(alternate, 0, notTaken(FIRST_DAY, FIRST_DAY, 'mimetic'))).toEqual([FIRST_DAY]);
});

test('a treatment recorded all the same makes a marked dose recorded', () => {
  const result = matchDoses(
    plannedDoses(daily, FIRST_DAY, FIRST_DAY),
    [notTaken(FIRST_DAY), treated(FIRST_DAY)],
    rules,
  );
  expect(result.matched).toHaveLength(1);
  expect(result.notTaken).toEqual([]);
});

const diary = fc.record({
  plans: anyPlans,
  evidence: fc.array(anyEvidence(-5, 45), { maxLength: 25 }),
});
const key = (dose: PlannedDose): string => `${dose.day} ${dose.productId} ${String(dose.ordinal)}`;

test('the result does not depend on any order', () => {
  fc.assert(
    fc.property(diary, fc.integer(), ({ plans, evidence }, seed) => {
      const doses = plannedDoses(plans, FIRST_DAY, dayAt(40));
      const shuffled = fc.sample(fc.shuffledSubarray(evidence, { minLength: evidence.length }), {
        seed,
        numRuns: 1,
      });
      expect(matchDoses([...doses].reverse(), shuffled[0] ?? [], rules)).toEqual(
        matchDoses(doses, evidence, rules),
      );
    }),
  );
});

test('each dose and each treatment is used at most once, within tolerance, and every dose is in one list', () => {
  fc.assert(
    fc.property(diary, ({ plans, evidence }) => {
      const doses = plannedDoses(plans, FIRST_DAY, dayAt(40));
      const { matched, notTaken: marked, open } = matchDoses(doses, evidence, rules);
      expect(new Set(matched.map((pair) => pair.entryId)).size).toBe(matched.length);
      expect([...matched.map((pair) => pair.dose), ...marked, ...open].map(key).sort()).toEqual(
        doses.map(key).sort(),
      );
      for (const { dose, entryId } of matched) {
        const treatment = evidence.find((item) => item.id === entryId);
        const off = Math.abs(daysBetween(dose.day, treatment?.from ?? ''));
        expect(off).toBeLessThanOrEqual(toleranceDays(dose.intervalDays, defaultPolicy));
      }
    }),
  );
});

test('no other choice would match more doses', () => {
  fc.assert(
    fc.property(anyPlans, fc.array(anyEvidence(0, 8), { maxLength: 6 }), (plans, evidence) => {
      const doses = plannedDoses(plans, FIRST_DAY, dayAt(6)).slice(0, 6);
      const { matched } = matchDoses(doses, evidence, rules);
      expect(matched).toHaveLength(mostByTryingEverything(doses, evidence));
    }),
  );
});

function mostByTryingEverything(doses: readonly PlannedDose[], evidence: readonly Evidence[]): number {
  const [dose, ...rest] = doses;
  if (dose === undefined) return 0;
  const reach = toleranceDays(dose.intervalDays, defaultPolicy);
  const fitting = evidence.filter(
    (item) => mayStandFor(item, dose, rules) && Math.abs(daysBetween(item.from, dose.day)) <= reach,
  );
  const used = fitting.map(
    (taken) =>
      1 +
      mostByTryingEverything(
        rest,
        evidence.filter((item) => item !== taken),
      ),
  );
  return Math.max(mostByTryingEverything(rest, evidence), ...used);
}

test('one treatment more never opens a dose that was closed', () => {
  fc.assert(
    fc.property(diary, anyEvidence(-5, 45), ({ plans, evidence }, added) => {
      const doses = plannedDoses(plans, FIRST_DAY, dayAt(40));
      const before = new Set(matchDoses(doses, evidence, rules).open.map(key));
      for (const dose of matchDoses(doses, [...evidence, added], rules).open) {
        expect(before).toContain(key(dose));
      }
    }),
  );
});

test('later doses do not change which earlier ones are open', () => {
  fc.assert(
    fc.property(diary, ({ plans, evidence }) => {
      const open = (last: number) =>
        matchDoses(plannedDoses(plans, FIRST_DAY, dayAt(last)), evidence, rules).open.map(key);
      expect(open(40).filter((dose) => dose < dayAt(21))).toEqual(open(20));
    }),
  );
});

describe('recorded %', () => {
  const window = { from: dayAt(0), to: dayAt(9) };

  test('is recorded over planned, and a dose marked not taken does not raise it', () => {
    const evidence = [treated(dayAt(0)), treated(dayAt(2)), notTaken(dayAt(4))];
    expect(recordedPercent(alternate, evidence, window, rules)).toEqual({
      planned: 5,
      recorded: 2,
      percent: 40,
    });
  });

  test('is not applicable when nothing is planned', () => {
    expect(recordedPercent([], [treated(dayAt(0))], window, rules)).toEqual({ planned: 0, recorded: 0 });
  });

  test('gives a treatment at the edge to the dose it belongs to', () => {
    const evidence = [treated(dayAt(9))];
    expect(recordedPercent(alternate, evidence, { from: dayAt(10), to: dayAt(11) }, rules).recorded).toBe(0);
    expect(recordedPercent(alternate, evidence, { from: dayAt(8), to: dayAt(9) }, rules).recorded).toBe(1);
  });

  test('lies between 0 and 100 for any diary', () => {
    fc.assert(
      fc.property(diary, ({ plans, evidence }) => {
        const share = recordedPercent(plans, evidence, { from: dayAt(0), to: dayAt(40) }, rules);
        expect(share.recorded).toBeLessThanOrEqual(share.planned);
        expect(share.percent === undefined).toBe(share.planned === 0);
      }),
    );
  });
});
