import { Temporal } from 'temporal-polyfill';
import { newId } from './call-api.ts';

/** A treatment of this minute. */
export const treatmentNow = () => ({
  mutationId: newId(),
  typedAt: Temporal.Now.instant().toString({ smallestUnit: 'second' }),
  when: {
    local: Temporal.Now.plainDateTimeISO('Europe/London').toString({ smallestUnit: 'minute' }),
    zone: 'Europe/London',
  },
  product: { kind: 'catalogue', id: 'elocta' },
  containers: [{ strength: 1000, count: 1, batch: { kind: 'known', number: 'AB1234' } }],
  amount: { value: 1000, unit: 'IU', moiety: 'FVIII' },
  reason: 'prophylaxis',
  place: 'home',
  fromHomeStock: true,
});
