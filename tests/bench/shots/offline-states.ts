import type { Page } from 'playwright-core';
import type { Camera } from './camera.ts';

const TREATMENTS = '**/treatments/*';
const SYNC = '**/sync';
const problem = (code: string, more: object = {}): object => ({
  type: 'about:blank',
  title: code,
  status: 409,
  code,
  correlationId: 'shot',
  ...more,
});

/** The server's answer to the next treatment that is sent. */
async function answerWith(page: Page, body: object): Promise<void> {
  for (const where of [TREATMENTS, SYNC])
    await page.route(where, (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify(body),
      }),
    );
}

const repeat = async (page: Page): Promise<void> => {
  await page.locator('.acts-first .button-big').click();
  await page.locator('dialog form [type=submit]').click();
  // Asked where another run has recorded one today.
  const passing = page.locator('dialog .notice-warning .button').first();
  await passing.or(page.locator('#saved')).first().waitFor();
  if (await passing.isVisible()) await passing.click();
  await page.locator('dialog').waitFor({ state: 'detached' });
};

/** Corrects the newest treatment of this month, and leaves it on the device. */
async function correct(camera: Camera, page: Page, note: string): Promise<void> {
  await camera.show(page, '/');
  await page.locator('.view-choice button').nth(1).click();
  const path = await page.locator('main a[href^="/treatments/"]').first().getAttribute('href');
  await camera.show(page, path ?? '/');
  await page.locator('#note').fill(note);
  await page.locator('main form [type=submit]').click();
  const passing = page.locator('main form .notice-warning .button').first();
  await passing.or(page.locator('.today')).first().waitFor();
  if (await passing.isVisible()) await passing.click();
  await page.locator('.today').waitFor();
}

/** Without a connection: an entry that waits, and pages that need the server. */
async function withoutConnection(camera: Camera, page: Page): Promise<void> {
  await camera.show(page, '/');
  await repeat(page);
  await camera.shoot(page, 'offline-home', true);
  const pages = [
    '/waiting',
    '/leave',
    '/insights',
    '/stock',
    '/plan',
    '/access-log',
    '/card',
    '/settings',
    '/requests',
  ];
  for (const path of pages) {
    await camera.show(page, path);
    await camera.shoot(page, `offline${path.replace('/', '-')}`);
  }
  await camera.show(page, '/waiting');
  await page.locator('.entry-acts button.link').last().click();
  await camera.shoot(page, 'offline-discard');
  await camera.show(page, '/leave');
  await page.locator('main p > button.link').click();
  await camera.shoot(page, 'offline-throw-away');
}

/** Sends what waits, where that has not begun by itself. */
async function sendNow(page: Page, after: string): Promise<void> {
  const button = page.locator('main > p > .button-second');
  await button.or(page.locator(after)).first().waitFor();
  if (await button.isVisible()) await button.click();
  await page.locator(after).first().waitFor();
}

/** What came back refused: each asks the person for something else. */
async function refused(camera: Camera, page: Page, name: string, body: object): Promise<void> {
  await page.context().setOffline(true);
  await correct(camera, page, name);
  await answerWith(page, body);
  await camera.show(page, '/waiting');
  await page.context().setOffline(false);
  await sendNow(page, '.tag-urgent');
  await camera.shoot(page, `waiting-${name}`);
  await camera.show(page, '/');
  await camera.shoot(page, `home-${name}`);
  await camera.show(page, '/waiting');
  await page.locator('.entry-acts button.link').last().click();
  await page.locator('.button-warning').click();
  await page.locator('.entry').waitFor({ state: 'detached' });
  await page.unroute(TREATMENTS);
  await page.unroute(SYNC);
}

/** Pictures of what waits on the device, and of what came of it. */
export async function shootOffline(camera: Camera): Promise<void> {
  const page = await camera.open('robin');
  page.setDefaultTimeout(10_000);
  // The second load is the worker's, which has every page then.
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.reload();
  await camera.show(page, '/');
  await page.context().setOffline(true);
  await withoutConnection(camera, page);
  // What is sent before the page is open is not among what it says was sent.
  await camera.show(page, '/waiting');
  await page.context().setOffline(false);
  await sendNow(page, '.tag-good');
  await camera.shoot(page, 'waiting-sent');
  const asks = { questions: [{ pointer: '/amount', reason: 'more-than-twice-plan' }] };
  const plan = { questions: [{ pointer: '/when', reason: 'plan-changed' }] };
  await refused(camera, page, 'question', problem('question', asks));
  await refused(camera, page, 'plan-changed', problem('question', plan));
  await refused(camera, page, 'conflict', problem('stale', { current: 2 }));
  await refused(camera, page, 'closed', problem('not-now'));
  await refused(
    camera,
    page,
    'invalid',
    problem('invalid', { fields: [{ pointer: '/note', reason: 'too-long' }] }),
  );
  await page.context().close();
}

/** A clock that is wrong, and a phone that was not used for weeks. */
export async function shootClock(camera: Camera): Promise<void> {
  const page = await camera.open('jory.saltmarsh');
  page.setDefaultTimeout(10_000);
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.reload();
  await camera.show(page, '/');
  await page.clock.install({ time: Date.now() + 3 * 3_600_000 });
  await page.reload();
  await camera.show(page, '/');
  await page.locator('.notice-warning').first().waitFor();
  await camera.shoot(page, 'home-clock');
  await page.clock.setSystemTime(Date.now() + 20 * 86_400_000);
  await page.context().setOffline(true);
  await page.reload();
  await page.locator('h1').first().waitFor();
  await camera.shoot(page, 'locked', true);
  await page.context().close();
}
