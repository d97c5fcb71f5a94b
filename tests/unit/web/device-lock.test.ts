import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLocked, LOCK_DAYS, minutesAhead } from '../../../web/diary/state/device/lock.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-22T08:00:00Z');

describe('copies on a device', () => {
  it('open for fourteen days after the server was heard, and not a moment longer', () => {
    const contact = { at: start, seen: start };
    expect(isLocked(start + LOCK_DAYS * day, contact)).toBe(false);
    expect(isLocked(start + LOCK_DAYS * day + 1, contact)).toBe(true);
  });

  it('lock where the clock was turned back before the last contact', () => {
    expect(isLocked(start - 3_600_000, { at: start, seen: start })).toBe(true);
  });

  it('lock where nothing is known of a contact', () => {
    expect(isLocked(start, undefined)).toBe(true);
  });

  it('never open again by turning the clock, once it was seen too late', () => {
    const late = { at: start, seen: start + 15 * day };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * day }), (later) => {
        expect(isLocked(start + later, late)).toBe(true);
      }),
    );
  });
});

describe('a clock', () => {
  it.each([
    [0, undefined],
    [600_000, undefined],
    [-600_000, undefined],
    [3_600_000, 60],
    [-5_400_000, -90],
  ])('that is %i ms ahead is %s minutes off', (aheadMs, minutes) => {
    expect(minutesAhead({ serverMs: start, deviceMs: start + aheadMs })).toBe(minutes);
  });
});
