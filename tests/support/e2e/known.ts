/** What the journeys' people share, and what must never be found in a log, a mail or an address. */
export const BIRTH_DATE = '2015-04-09';
export const PASSWORD = 'quiet-harbour-lantern';
