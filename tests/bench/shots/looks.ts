import type { Page } from 'playwright-core';

/** One way to look at a page. `lang`: a page of its own, because words are laid down when it is loaded. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly forced: 'none' | 'active';
  readonly lang: 'en' | 'ar';
  /** Per cent, as in the settings. */
  readonly text?: '200';
}

const phone: Look = { width: 375, scheme: 'light', forced: 'none', lang: 'en' };

/** The four themes on a phone, a desk, and the narrowest screen at twice the text. */
export const LOOKS: Readonly<Record<string, Look>> = {
  light: phone,
  dark: { ...phone, scheme: 'dark' },
  forced: { ...phone, forced: 'active' },
  desk: { ...phone, width: 1280 },
  small: { ...phone, width: 320, text: '200' },
  rtl: { ...phone, lang: 'ar' },
};

/** Makes an open page look like this, without loading it again. */
export async function lookAs(page: Page, { width, scheme, forced, text }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, forcedColors: forced, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: width > 1000 ? 900 : 812 });
  await page.evaluate(
    text === undefined
      ? 'delete document.documentElement.dataset.text'
      : `document.documentElement.dataset.text = '${text}'`,
  );
}
