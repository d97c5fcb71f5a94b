import type { Browser, System } from '#domain/vocabulary.ts';

/** Family of browser and system, for people to know their own device by. */
export interface DeviceKind {
  readonly browser: Browser;
  readonly system: System;
}

/** In this order: nearly every browser says that it is Chrome and Safari too. */
const BROWSER_MARKS: readonly (readonly [RegExp, Browser])[] = [
  [/Edg(?:e|A|iOS)?\//, 'edge'],
  [/SamsungBrowser\//, 'samsung'],
  [/OPR\//, 'opera'],
  [/(?:Firefox|FxiOS)\//, 'firefox'],
  [/(?:Chrome|CriOS)\//, 'chrome'],
  [/Safari\//, 'safari'],
];
const SYSTEM_MARKS: readonly (readonly [RegExp, System])[] = [
  [/Android/, 'android'],
  [/iPhone|iPad|iPod/, 'ios'],
  [/Windows/, 'windows'],
  [/Macintosh/, 'mac'],
  [/Linux|CrOS/, 'linux'],
];

const markedBy = <T>(marks: readonly (readonly [RegExp, T])[], text: string): T | undefined =>
  marks.find(([mark]) => mark.test(text))?.[1];

/** What a `User-Agent` header tells, folded into a few families. It decides nothing: anybody can send any. */
export const deviceKind = (userAgent: string): DeviceKind => {
  const text = userAgent.slice(0, 512);
  return {
    browser: markedBy(BROWSER_MARKS, text) ?? 'other',
    system: markedBy(SYSTEM_MARKS, text) ?? 'other',
  };
};
