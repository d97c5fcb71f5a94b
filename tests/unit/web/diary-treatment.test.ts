import { describe, expect, it } from 'vitest';
import { findProduct } from '#catalogue/catalogue.ts';
import { treatmentBody as treatmentSchema } from '#contracts/entries.ts';
import { bleedFields, bleedReasons, emptyBleed } from '../../../web/diary/bleed/bleed-values.ts';
import { amountOfContainers } from '../../../web/diary/treatment/amount-of-containers.ts';
import { treatmentBody, treatmentErrors } from '../../../web/diary/treatment/treatment-body.ts';
import { emptyContainer, type TreatmentValues } from '../../../web/diary/treatment/treatment-values.ts';
import { parseAmount } from '../../../web/shared/forms/parse-amount.ts';
import { treatmentForm as values } from '../../support/treatment-form.ts';

const elocta = findProduct('elocta');
const act = { mutationId: 'm-1', typedAt: '2026-11-20T07:31:00Z' };

describe('the treatment form', () => {
  it('takes counts and amounts in the digits of the person’s keyboard, and never guesses at 2.000', () => {
    const arabic = {
      ...values,
      containers: [{ ...emptyContainer, strength: '1000', count: '٢', batch: 'AB12' }],
    };
    expect(treatmentErrors({ ...arabic, amount: '۲۰۰۰' }, elocta)).toEqual({});
    expect(treatmentBody({ ...arabic, amount: '٢٠٠٠' })).toMatchObject({
      containers: [{ count: 2 }],
      amount: { value: 2000 },
    });
    expect(amountOfContainers(arabic, elocta)).toBe(2000);
    expect(Object.keys(treatmentErrors({ ...arabic, amount: '2.000' }, elocta))).toEqual(['amount']);
    const half = {
      ...values,
      containers: [{ ...emptyContainer, strength: '1000', count: '1.5', batch: 'AB12' }],
    };
    expect(Object.keys(treatmentErrors(half, elocta))).toEqual(['containers-0-count']);
  });

  it('sends what the contract takes', () => {
    expect(treatmentErrors(values, elocta)).toEqual({});
    expect(treatmentSchema.safeParse({ ...treatmentBody(values), ...act }).success).toBe(true);
  });

  it('sends a treatment with a new bleed as one act', () => {
    const knee = { ...values.newBleed, site: 'knee', side: 'left', cause: 'trauma', severity: '1' };
    const body = treatmentBody({ ...values, reason: 'new-bleed', isNewBleed: true, newBleed: knee });
    expect(body.bleeds).toEqual(['bleed-1']);
    expect(treatmentSchema.safeParse({ ...body, ...act }).success).toBe(true);
  });

  it('asks for what is missing, each at its field', () => {
    const empty: TreatmentValues = {
      ...values,
      productId: '',
      containers: [emptyContainer],
      amount: '',
      time: '',
      reason: '',
    };
    expect(Object.keys(treatmentErrors(empty, undefined))).toEqual([
      'productId',
      'containers-0-strength',
      'containers-0-batch',
      'amount',
      'time',
      'reason',
    ]);
  });

  it('asks for the bleed where the reason is one, in the order of its fields', () => {
    expect(Object.keys(treatmentErrors({ ...values, reason: 'bleed-follow-up' }, elocta))).toEqual([
      'bleeds',
    ]);
    const described: TreatmentValues = { ...values, reason: 'new-bleed', isNewBleed: true };
    expect(Object.keys(treatmentErrors(described, elocta))).toEqual([
      'newBleed-site',
      'newBleed-severity',
      'newBleed-cause',
    ]);
  });

  it('takes a batch that is not known only with its reason', () => {
    const unknown = { ...emptyContainer, strength: '1000', count: '2', notKnown: true };
    expect(treatmentErrors({ ...values, containers: [unknown] }, elocta)).toHaveProperty([
      'containers-0-unknownReason',
    ]);
    const said = { ...values, containers: [{ ...unknown, unknownReason: 'thrown-away' }] };
    expect(treatmentErrors(said, elocta)).toEqual({});
    expect(treatmentBody(said).containers[0]?.batch).toEqual({ kind: 'unknown', reason: 'thrown-away' });
  });

  it('never guesses an amount that can be read twice', () => {
    expect(parseAmount('2.000')).toEqual({ kind: 'unclear' });
    expect(parseAmount('2,000')).toEqual({ kind: 'unclear' });
    expect(parseAmount('٢٠٠٠')).toEqual({ kind: 'number', value: 2000 });
    expect(treatmentErrors({ ...values, amount: '2.000' }, elocta)).toHaveProperty('amount');
    expect(treatmentErrors({ ...values, amount: '1500.5' }, elocta)).toHaveProperty('amount');
  });

  it('refuses a time more than ten minutes ahead', () => {
    expect(treatmentErrors({ ...values, date: '2999-01-01' }, elocta)).toHaveProperty('time');
  });
});

describe('the amount that the containers hold', () => {
  it('is counted in the moiety that is entered', () => {
    const voncento = findProduct('voncento');
    const containers = [{ ...emptyContainer, strength: '600', count: '2' }];
    expect(amountOfContainers({ containers, moiety: 'VWF' }, voncento)).toBe(1200);
    expect(amountOfContainers({ containers, moiety: 'FVIII' }, voncento)).toBe(500);
  });

  it('is not the dose of a pen, and unknown while something is missing', () => {
    const pen = [{ ...emptyContainer, strength: '60', count: '1' }];
    expect(
      amountOfContainers({ containers: pen, moiety: 'concizumab' }, findProduct('alhemo')),
    ).toBeUndefined();
    expect(amountOfContainers({ containers: [emptyContainer], moiety: 'FVIII' }, elocta)).toBeUndefined();
  });

  it('adds tenths of a milligram without drifting', () => {
    const containers = [
      { ...emptyContainer, strength: '0.1', count: '1' },
      { ...emptyContainer, strength: '0.2', count: '1' },
    ];
    expect(amountOfContainers({ containers, moiety: 'unmapped' }, undefined)).toBe(0.3);
  });
});

describe('the bleed form', () => {
  it('asks for a side only where the place has one', () => {
    const start = { ...emptyBleed('2026-11-20', '07:30'), cause: 'unknown', severity: '0' };
    expect(bleedReasons({ ...start, site: 'knee' })).toEqual({ side: 'empty' });
    expect(bleedReasons({ ...start, site: 'nose' })).toEqual({});
    expect(bleedFields({ ...start, site: 'nose' }, 'Europe/London')).toMatchObject({ side: 'none' });
  });

  it('refuses an end before the start', () => {
    const nose = { ...emptyBleed('2026-11-20', '07:30'), site: 'nose', cause: 'unknown', severity: '0' };
    expect(bleedReasons({ ...nose, ended: 'yes', endDate: '2026-11-20', endTime: '07:00' })).toEqual({
      endDate: 'before-start',
    });
  });
});
