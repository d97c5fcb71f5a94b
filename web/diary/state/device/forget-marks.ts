/** What stands beside the copies: emergency cards, and when the copies were asked for. */
const MARKS = /^haemdiary-(?:copied|card)\//;

/** Takes it all away, whoever's it is. */
export function forgetMarks(): void {
  for (const name of Object.keys(localStorage)) if (MARKS.test(name)) localStorage.removeItem(name);
}
