import type { Page } from 'playwright-core';

/**
 * What a page looks like without a connection: an entry that waits, and pages that need the server.
 *
 * @param shoot takes the pictures of the page as it is
 */
export async function shootOffline(
  page: Page,
  show: (path: string) => Promise<void>,
  shoot: (name: string) => Promise<void>,
): Promise<void> {
  // The second load is the worker's, which has every page then.
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.reload();
  await show('/');
  await page.context().setOffline(true);
  try {
    await page.locator('.acts-first .button-big').click();
    await page.locator('dialog form [type=submit]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await shoot('offline-home');
    for (const path of ['/waiting', '/leave', '/insights', '/stock', '/access-log', '/card', '/settings']) {
      await show(path);
      await shoot(`offline${path.replace('/', '-')}`);
    }
  } finally {
    await page.context().setOffline(false);
  }
}
