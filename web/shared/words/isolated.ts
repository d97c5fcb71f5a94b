/** Hebrew, Arabic and their kin, with the forms that old text is written in. */
const RUNS_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const pageRunsLeft = (): boolean => typeof document !== 'undefined' && document.documentElement.dir === 'rtl';

/**
 * A name, number or dose inside a sentence that runs the other way: the marks (first strong isolate … pop) keep its
 * own order and leave the sentence's alone, as `<bdi>` does in markup. Where nothing runs the other way there are none,
 * so that a copied sentence is only its letters.
 */
export function isolated(given: string | number): string {
  const text = String(given);
  // Made of parts that have their marks already.
  if (text.includes('\u2068')) return text;
  return RUNS_LEFT.test(text) === pageRunsLeft() ? text : `\u2068${text}\u2069`;
}
