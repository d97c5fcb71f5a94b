/** A day as people type it into the centre's forms, which `readDay` reads: `01/11/2026`. */
export const typedDay = (day: string): string => day.split('-').reverse().join('/');
