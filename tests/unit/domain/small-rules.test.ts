import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicy, policyContradictions } from '#domain/centre-policy.ts';
import { needsEmergencyPrompt } from '#domain/emergency.ts';
import {
  addEvidence,
  evidenceNeededFrom,
  lastAccountedDay,
  pruneEvidence,
  removeEvidence,
} from '#domain/evidence.ts';
import { parseFactorLevel, severityBand } from '#domain/factor-level.ts';
import { ageOn } from '#domain/patient-age.ts';
import { failed, ok } from '#domain/result.ts';
import { suggestSameBleed, type EarlierBleed } from '#domain/same-bleed.ts';
import { DEFAULT_EMERGENCY_SITES } from '#domain/vocabulary.ts';
import { anyEvidence, confirmed, dayAt, treated } from './support.ts';

describe('the emergency prompt', () => {
  test('comes for severity 2 anywhere and for the sites a clinician approved at any severity', () => {
    const needs = (bleed: Parameters<typeof needsEmergencyPrompt>[0]) =>
      needsEmergencyPrompt(bleed, DEFAULT_EMERGENCY_SITES);
    expect(needs({ site: 'nose', severity: 2 })).toBe(true);
    expect(needs({ severity: 2 })).toBe(true);
    expect(needs({ site: 'head', severity: 0 })).toBe(true);
    expect(needs({ site: 'iliopsoas' })).toBe(true);
    expect(needs({ site: 'knee', severity: 1 })).toBe(false);
    expect(needs({})).toBe(false);
  });

  test('follows the centre’s list', () => {
    expect(needsEmergencyPrompt({ site: 'knee' }, ['knee'])).toBe(true);
    expect(needsEmergencyPrompt({ site: 'head' }, [])).toBe(false);
  });
});

describe('same bleed or new', () => {
  const earlier: EarlierBleed = { id: 'a', site: 'knee', side: 'left', startedAt: '2026-03-01T10:00:00Z' };
  const suggest = (startedAt: string, ...bleeds: EarlierBleed[]) =>
    suggestSameBleed({ site: 'knee', side: 'left', startedAt }, bleeds, 72)?.id;

  test('is suggested within 72 hours of the last linked treatment, else the end, else the start', () => {
    expect(suggest('2026-03-04T10:00:00Z', earlier)).toBe('a');
    expect(suggest('2026-03-04T10:00:01Z', earlier)).toBeUndefined();
    const ended = { ...earlier, endedAt: '2026-03-02T10:00:00Z' };
    expect(suggest('2026-03-05T10:00:00Z', ended)).toBe('a');
    expect(suggest('2026-03-07T10:00:00Z', { ...ended, lastTreatedAt: '2026-03-04T10:00:00Z' })).toBe('a');
    expect(
      suggest('2026-03-05T10:00:00Z', { ...ended, lastTreatedAt: '2026-03-01T11:00:00Z' }),
    ).toBeUndefined();
  });

  test('never joins another site or side, or a bleed that began later', () => {
    expect(suggest('2026-03-01T11:00:00Z', { ...earlier, side: 'right' })).toBeUndefined();
    expect(suggest('2026-03-01T11:00:00Z', { ...earlier, site: 'ankle' })).toBeUndefined();
    expect(suggest('2026-03-01T09:00:00Z', earlier)).toBeUndefined();
  });

  test('of several takes the one touched last', () => {
    const later = { ...earlier, id: 'b', startedAt: '2026-03-02T10:00:00Z' };
    expect(suggest('2026-03-03T10:00:00Z', earlier, later)).toBe('b');
    expect(suggest('2026-03-03T10:00:00Z', { ...earlier, id: 'z' }, earlier)).toBe('a');
  });
});

test.each([
  ['2010-06-15', '2026-06-14', 15],
  ['2010-06-15', '2026-06-15', 16],
  ['2012-02-29', '2026-02-28', 13],
  ['2012-02-29', '2026-03-01', 14],
  ['2012-02-29', '2028-02-29', 16],
])('born %s is on %s %i years old', (born, day, years) => {
  expect(ageOn(born, day)).toBe(years);
});

describe('a factor level', () => {
  test.each([
    ['<1', { value: 1, below: true }],
    ['< 1', { value: 1, below: true }],
    ['0.5', { value: 0.5, below: false }],
    ['4,2 IU/dL', { value: 4.2, below: false }],
    ['12%', { value: 12, below: false }],
  ])('%j is read', (text, level) => {
    expect(parseFactorLevel(text)).toEqual(level);
  });

  test.each(['', 'severe', '-1', '401', '<0', '1-5', '1.234'])('%j is none', (text) => {
    expect(parseFactorLevel(text)).toBeUndefined();
  });

  test.each([
    [0, 'severe'],
    [0.9, 'severe'],
    [1, 'moderate'],
    [5, 'moderate'],
    [5.1, 'mild'],
    [39.9, 'mild'],
    [40, undefined],
  ])('of %d IU/dL is %s', (value, band) => {
    expect(severityBand({ value, below: false })).toBe(band);
  });

  test('below 1 is severe; below 2 could be two bands and is none', () => {
    expect(severityBand({ value: 1, below: true })).toBe('severe');
    expect(severityBand({ value: 2, below: true })).toBeUndefined();
  });
});

describe('the centre’s policy', () => {
  test('does not contradict itself by default', () => {
    expect(policyContradictions(defaultPolicy)).toEqual([]);
  });

  test.each([
    [{ secondReminderAfterDays: 0 }, 'secondReminderAfterDays'],
    [{ thirdReminderAfterDays: 7 }, 'thirdReminderAfterDays'],
    [{ lapsedAfterDays: 14 }, 'lapsedAfterDays'],
    [{ atRiskAfterDays: 21 }, 'atRiskAfterDays'],
    [{ openDoseLookbackDays: 30 }, 'openDoseLookbackDays'],
    [{ askBelowPlanRatio: 2 }, 'askBelowPlanRatio'],
  ])('contradicts itself with %j', (changes, field) => {
    expect(policyContradictions({ ...defaultPolicy, ...changes })).toEqual([field]);
  });
});

describe('the list of evidence', () => {
  test('holds an entry once, and not after it was voided', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence(0, 30)), anyEvidence(0, 30), (list, entry) => {
        const added = addEvidence(addEvidence(list, entry), { ...entry, to: entry.from });
        expect(added.filter(({ id }) => id === entry.id)).toHaveLength(1);
        expect(removeEvidence(added, entry.id)).toEqual(removeEvidence(list, entry.id));
      }),
    );
  });

  test('is pruned beyond the look-back, remembering up to which day it accounted', () => {
    const list = [treated(dayAt(0)), confirmed(dayAt(2), dayAt(5)), treated(dayAt(40))];
    const { kept, accountedThrough } = pruneEvidence(list, dayAt(80), 56);
    expect(evidenceNeededFrom(dayAt(80), 56)).toBe(dayAt(10));
    expect(kept).toEqual(list.slice(2));
    expect(accountedThrough).toBe(dayAt(5));
    expect(pruneEvidence(kept, dayAt(80), 56)).toEqual({ kept });
    expect(lastAccountedDay([])).toBeUndefined();
  });
});

test('an outcome is a value or a failure with its code', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 });
  expect(failed('no')).toEqual({ ok: false, error: 'no' });
});
