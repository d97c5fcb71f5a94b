import { translatable } from '../translatable.ts';

/** What waits on this device, as Home says it. */
export const offlineWords = translatable('offline', {
  state: {
    waiting: 'On this phone',
    sending: 'Sending',
    sent: 'Sent',
    received: 'Received by your centre',
    'needs-you': 'Needs you',
  },
  keptTitle: (what: string): string => `Saved on this phone: ${what}`,
  keptText: 'It will be sent as soon as you have a signal.',
  sent: 'Sent.',
  strip: (waiting: number): string =>
    waiting === 1
      ? '1 thing is on this phone and not sent yet.'
      : `${String(waiting)} things are on this phone and not sent yet.`,
  stripNeedsYou: (count: number): string =>
    count === 1 ? '1 thing you recorded needs you.' : `${String(count)} things you recorded need you.`,
  look: (count: number): string => (count === 1 ? 'Look at it' : 'Look at them'),
  /** Of a copy that is shown because the server failed, which is said beside it. */
  copyOf: (when: string): string => `This is how it was on ${when}.`,
  asOf: (when: string): string => `You are not connected. This is how it was on ${when}.`,
  old: (days: number): string =>
    `Some of it has waited ${String(days)} days. Connect soon: some phones delete what a page keeps when it isn’t opened for a week.`,
  install: 'Put Haemdiary on your home screen: then the phone keeps it.',
});
