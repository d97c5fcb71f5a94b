import { translatable } from '../translatable.ts';

/** The treatment plan as the person reads it. */
export const planWords = translatable('plan', {
  title: 'Your plan',
  open: 'Your plan',
  inForce: 'The plan now',
  ahead: 'From a later day',
  before: 'Earlier plans',
  none: 'Your centre has not written a plan yet.',
  noRegimens: 'Nothing is planned.',
  from: (day: string): string => `From ${day}`,
  fromTo: (from: string, to: string): string => `${from} to ${to}`,
  kind: {
    routine: 'Regular treatment',
    temporary: 'For a time',
    bleed: 'For a bleed',
    'immune-tolerance': 'Immune tolerance',
    'on-demand': 'When needed',
  },
  everyDay: 'every day',
  everyDays: (n: number): string => `every ${String(n)} days`,
  everyWeek: 'every week',
  everyWeeks: (n: number): string => `every ${String(n)} weeks`,
  onDays: (days: string): string => `on ${days}`,
  perDay: (n: number): string => `${String(n)} times a day`,
  until: (day: string): string => `until ${day}`,
  starting: (amount: string, day: string): string => `to begin with ${amount}, from ${day}`,
  instead: 'in place of the regular treatment',
  besides: 'besides the regular treatment',
  ask: 'Only your centre changes a plan. If something looks wrong, ring them.',
});
