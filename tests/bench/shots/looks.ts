import type { Page } from 'playwright-core';

/** One way to look at a page. `lang`: a page of its own, because words are laid down when it is loaded. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly forced: 'none' | 'active';
  readonly lang: string;
  /** As if the page were written from right to left: the staff's sites have no language that is. */
  readonly mirrored?: true;
  /** Per cent, as in the settings. */
  readonly text?: '200';
  /** Only for pages as they open: their states differ in what stands in them, not in how they flow. */
  readonly pagesOnly?: true;
}
export type Looks = Readonly<Record<string, Look>>;

const phone: Look = { width: 375, scheme: 'light', forced: 'none', lang: 'en' };
const desk: Look = { ...phone, width: 1280 };

/** The four themes on a phone, a desk, and the narrowest screen at twice the text. */
export const LOOKS: Looks = {
  light: phone,
  dark: { ...phone, scheme: 'dark' },
  forced: { ...phone, forced: 'active' },
  desk: { ...desk, pagesOnly: true },
  small: { ...phone, width: 320, text: '200', pagesOnly: true },
};

const RIGHT_TO_LEFT = 'ar';

/** In another language a page has its own lengths; in Arabic, its own direction, in every theme. */
export const looksIn = (lang: string): Looks => {
  if (lang === 'en') return LOOKS;
  const own: Look = { ...phone, lang };
  return {
    [lang]: own,
    ...(lang === RIGHT_TO_LEFT
      ? {
          [`${lang}-dark`]: { ...own, scheme: 'dark' },
          [`${lang}-forced`]: { ...own, forced: 'active' },
        }
      : {}),
    [`${lang}-small`]: { ...own, width: 320, text: '200', pagesOnly: true },
  };
};

/** Staff sit at a desk, and carry a phone. */
export const STAFF_LOOKS: Looks = {
  light: desk,
  dark: { ...desk, scheme: 'dark' },
  forced: { ...desk, forced: 'active' },
  mirrored: { ...desk, mirrored: true },
  phone,
};

const fourLooks = (rtl: Partial<Look>): readonly [Looks, Looks] => [
  { light: phone, dark: { ...desk, scheme: 'dark' } },
  { rtl: { ...desk, ...rtl }, 'dark-rtl': { ...phone, ...rtl, scheme: 'dark' } },
];

/**
 * Light and dark, from left to right and from right to left, each on a phone and on a desk. The diary has a language that
 * is read from the right, which is a walk of its own.
 */
export const looksForAxe = (site: string): readonly Looks[] => {
  const [ltr, rtl] = fourLooks(site === 'diary' ? { lang: 'ar' } : { mirrored: true });
  return site === 'diary' ? [ltr, rtl] : [{ ...ltr, ...rtl }];
};

/** Makes an open page look like this, without loading it again. */
export async function lookAs(page: Page, look: Look): Promise<void> {
  const { width, scheme, forced, text, mirrored, lang } = look;
  await page.emulateMedia({ colorScheme: scheme, forcedColors: forced, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: width > 1000 ? 900 : 667 });
  const root = 'document.documentElement';
  await page.evaluate(
    text === undefined ? `delete ${root}.dataset.text` : `${root}.dataset.text = '${text}'`,
  );
  await page.evaluate(`${root}.dir = '${mirrored === true || lang === RIGHT_TO_LEFT ? 'rtl' : 'ltr'}'`);
}
