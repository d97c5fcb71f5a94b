/**
 * A name, number or dose inside a sentence that runs the other way: the marks (first strong isolate … pop) keep its
 * own order and leave the sentence's alone, as `<bdi>` does in markup.
 */
export const isolated = (text: string | number): string => `\u2068${String(text)}\u2069`;
