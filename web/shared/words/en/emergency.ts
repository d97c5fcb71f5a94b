import { translatable } from '../translatable.ts';

/** The emergency prompt: shown at once for dangerous bleeds, and on its own page. */
export const emergencyWords = translatable('emergency', {
  title: 'Get help now if this is happening now',
  call: 'A bleed like this can be dangerous. Phone before you go on recording.',
  /** On the page of its own, where nothing is being recorded. */
  page: {
    title: 'In an emergency, phone at once',
    call: 'Some bleeds are dangerous. Phone first: writing it down can wait.',
  },
  emergencyService: 'Emergency service:',
  orLocal: 'or your local emergency number',
  centre: (name: string | undefined): string => `${name ?? 'Your centre'}, day and night:`,
  centreUnknown: 'Your centre’s emergency number: it is on your emergency card.',
  nobodyWatches: 'Nobody is watching this screen. Recording here does not call anyone.',
});
