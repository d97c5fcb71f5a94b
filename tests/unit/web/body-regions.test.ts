import { describe, expect, it } from 'vitest';
import { BLEED_SITES } from '#domain/vocabulary.ts';
import {
  BODY_REGIONS,
  placeKey,
  sidesOf,
  SITES_BESIDE_THE_BODY,
} from '../../../web/shared/body/body-regions.ts';

/** Another muscle can be pressed for on the body, but may have been anywhere. */
const drawn = BLEED_SITES.filter((site) => !SITES_BESIDE_THE_BODY.includes(site) && site !== 'other-muscle');

describe('the body outline', () => {
  it('has every site and side once with a number, or says that it is elsewhere', () => {
    const expected = drawn.flatMap((site) => sidesOf(site).map((side) => placeKey({ site, side })));
    const numbered = BODY_REGIONS.filter(({ primary }) => primary).map(placeKey);
    expect(numbered.toSorted()).toEqual(expected.toSorted());
    expect(SITES_BESIDE_THE_BODY).toEqual(['other-joint', 'menstrual', 'post-partum', 'skin', 'other']);
  });

  it('shows the figure’s right on the reader’s left from the front, and on the reader’s right from behind', () => {
    for (const { view, side, label } of BODY_REGIONS.filter((region) => region.side !== 'none')) {
      const isOnReadersLeft = label[0] < 100;
      expect(isOnReadersLeft).toBe((view === 'front') === (side === 'right'));
    }
  });

  it('keeps every number inside the drawing and two numbers of one view apart', () => {
    for (const view of ['front', 'back']) {
      const labels = BODY_REGIONS.filter((region) => region.view === view && region.primary).map(
        ({ label }) => label,
      );
      for (const [index, [x, y]] of labels.entries()) {
        expect(x > 8 && x < 192 && y > 8 && y < 387).toBe(true);
        for (const [otherX, otherY] of labels.slice(index + 1))
          expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(12);
      }
    }
  });
});
