import type { Plugin } from 'vite';

/** What a phone of 2021 has at least, on Android or on iOS 15: the build writes syntax and styles in their words. */
export const OLDEST = ['chrome93', 'safari15.4', 'firefox98'];

/** Methods that came after them and the build does not rewrite. */
const METHODS = [
  ...['toSorted', 'toReversed', 'toSpliced', 'findLast', 'findLastIndex', 'groupBy', 'fromAsync'],
  ...['isWellFormed', 'withResolvers', 'canParse', 'checkVisibility', 'showPicker', 'supportedValuesOf'],
  ...['symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom', 'toArray'],
];
/** Functions, patterns that look behind, and names that those browsers refuse. */
const NEWER = new RegExp(
  [
    `\\.(?:${METHODS.join('|')})\\(`,
    '\\b(?:structuredClone|requestIdleCallback)\\(',
    '\\(\\?<[=!]',
    'AbortSignal\\.(?:any|timeout)',
    '\\b(?:OffscreenCanvas|CompressionStream|DecompressionStream)\\b',
    '\\bfrom-image\\b',
  ].join('|'),
  'g',
);

/** What in a script such a phone would stop at, each once. */
export const newerThanOldest = (code: string): readonly string[] => [...new Set(code.match(NEWER))];

/** Ends the build where a script would not run on such a phone: nobody here has one to try. */
export const olderPhones = (): Plugin => ({
  name: 'older-phones',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      const found = file.type === 'chunk' ? newerThanOldest(file.code) : [];
      if (found.length > 0)
        this.error(`${file.fileName} has ${found.join(' ')}, which phones of 2021 do not know.`);
    }
  },
});
