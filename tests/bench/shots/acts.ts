import type { Page } from 'playwright-core';

type Act = (page: Page) => Promise<void>;

/** Selectors, not words: the same act is done in every language. */
export const press =
  (...selectors: readonly string[]): Act =>
  async (page) => {
    for (const selector of selectors) await page.locator(selector).first().click();
  };
/** A form sent as it is: its errors. */
export const send: Act = (page) => page.locator('main form [type=submit]:visible').last().click();
export const pick =
  (selector: string, value: string | { readonly index: number }): Act =>
  async (page) => {
    await page.locator(selector).first().selectOption(value);
  };
export const type =
  (selector: string, value: string): Act =>
  (page) =>
    page.locator(selector).first().fill(value);
export const check =
  (selector: string): Act =>
  (page) =>
    page.locator(selector).first().check();
export const all =
  (...acts: readonly Act[]): Act =>
  async (page) => {
    for (const act of acts) await act(page);
  };
/** Without what was begun before in the same form. */
export const startAgain: Act = async (page) => {
  const again = page.locator('main form > .notice button.link');
  if ((await again.count()) > 0) await again.click();
};
export const dayBack = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The server asks for the password once more, as it does of a session that is no longer fresh. */
export const askingForProof =
  (...acts: readonly Act[]): Act =>
  async (page) => {
    const writes = /\/v1\//;
    await page.route(writes, (route) =>
      route.request().method() === 'GET'
        ? route.fallback()
        : route.fulfill({
            status: 403,
            contentType: 'application/problem+json',
            body: JSON.stringify({
              type: 'about:blank',
              title: 'proof-needed',
              status: 403,
              code: 'proof-needed',
              correlationId: 'shot',
            }),
          }),
    );
    for (const act of acts) await act(page);
    await page.locator('#proofPassword').waitFor();
    await page.unroute(writes);
  };
