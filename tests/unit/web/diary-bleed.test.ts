import { describe, expect, it } from 'vitest';
import { treatmentBody as treatmentSchema, bleedBody as bleedSchema } from '#contracts/entries.ts';
import { bleedFields, bleedReasons, emptyBleed } from '../../../web/diary/bleed/bleed-values.ts';
import { type BleedFormValues, doseBody } from '../../../web/diary/bleed/dose-body.ts';
import { treatmentForm } from '../../support/treatment-form.ts';

const act = { mutationId: 'm-1', typedAt: '2026-11-20T07:31:00Z' };
const bleed = {
  ...emptyBleed('2026-11-20', '07:30'),
  site: 'knee',
  side: 'left',
  cause: 'trauma',
  severity: '1',
};
const values: BleedFormValues = {
  ...bleed,
  id: 'dose-1',
  bleedId: 'bleed-1',
  treated: 'last',
  dose: { ...treatmentForm, id: 'dose-1', newBleedId: 'x', amountTyped: true, time: '07:45' },
};

describe('a bleed with its treatment', () => {
  it('is one act that names the new bleed', () => {
    const body = doseBody(values);
    expect(body).toMatchObject({
      reason: 'new-bleed',
      bleeds: ['bleed-1'],
      newBleed: { id: 'bleed-1', site: 'knee', side: 'left' },
      when: { local: '2026-11-20T07:45' },
    });
    expect(treatmentSchema.safeParse({ ...body, ...act }).success).toBe(true);
  });

  it('is more treatment for the earlier bleed where the person says that it is the same', () => {
    const body = doseBody({ ...values, sameAs: 'earlier' });
    expect(body).toMatchObject({ reason: 'bleed-follow-up', bleeds: ['earlier'] });
    expect(body.newBleed).toBeUndefined();
  });

  it('may have begun at a time nobody knows exactly', () => {
    expect(bleedReasons({ ...bleed, time: '' })).toEqual({ time: 'empty' });
    expect(bleedReasons({ ...bleed, time: '', roughly: true })).toEqual({});
    const body = bleedFields({ ...bleed, time: '', roughly: true }, 'Europe/London');
    expect(body).toMatchObject({ startedAt: { local: '2026-11-20T12:00' }, startedRoughly: true });
    expect(bleedSchema.safeParse({ ...body, ...act }).success).toBe(true);
  });
});
