import type { Page, Route } from 'playwright-core';
import { all, press, send, startAgain, type } from './acts.ts';
import type { State } from './states.ts';

const json = (status: number, body: object) => (route: Route) =>
  route.fulfill({
    status,
    contentType: status < 400 ? 'application/json' : 'application/problem+json',
    body: JSON.stringify(body),
  });
const writes =
  (answer: (route: Route) => Promise<void>) =>
  (route: Route): Promise<void> =>
    route.request().method() === 'PUT' ? answer(route) : route.fallback();

/** A treatment that is saved as far as the page knows: the next picture finds the diary as it was. */
async function saved(page: Page): Promise<void> {
  const answer = async (route: Route): Promise<void> => {
    const id = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    await json(200, { id, version: 1 })(route);
  };
  await page.route('**/v1/**/treatments/*', writes(answer));
  await press('.acts-first .button-big', 'dialog [type=submit]')(page);
  const passing = page.locator('dialog .notice-warning button');
  await page.locator('#saved').or(passing).first().waitFor();
  if ((await passing.count()) > 0) await passing.first().click();
  await page.locator('#saved').waitFor();
}

/** The session ends while a form is open: what was typed is kept under the sign-in page. */
async function expired(page: Page): Promise<void> {
  const over = { type: 'about:blank', title: 'over', status: 401, code: 'signed-out', correlationId: 'shot' };
  // The timer that takes the session up again is set when the page is loaded.
  await page.clock.install();
  await page.reload();
  await type('#note', 'Typed before the session ended')(page);
  await page.route('**/v1/**', json(401, over));
  await page.clock.fastForward(3_600_000);
  await page.locator('#password').waitFor();
  await page.unroute('**/v1/**');
}

const waiting = {
  email: 'silas@example.org',
  waiting: { email: 'new.address@example.org', until: '2026-11-23T08:00:00Z' },
};

/** States that an act leaves behind. */
export const AFTER_ACTS: readonly State[] = [
  { name: 'home-saved', path: '/', act: saved },
  {
    name: 'address-code',
    path: '/nowhere',
    act: async (page) => {
      await page.route('**/v1/session/diary/address', json(200, waiting));
      await page.evaluate(
        `history.pushState(null, '', '/address'); dispatchEvent(new PopStateEvent('popstate'))`,
      );
      await press('#code')(page);
      await send(page);
      await page.unroute('**/v1/session/diary/address');
    },
  },
  { name: 'session-expired', path: '/record', act: all(startAgain, expired) },
];
