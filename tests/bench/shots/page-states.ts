import type { Page, Request, Route } from 'playwright-core';
import * as z from 'zod';
import type { Camera } from './camera.ts';

const problem = z.object({ fields: z.array(z.object({ pointer: z.string(), reason: z.string() })) });
type Fields = z.infer<typeof problem>['fields'];

const refused = (fields: Fields): Parameters<Route['fulfill']>[0] => ({
  status: 400,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title: 'no',
    status: 400,
    code: 'invalid',
    correlationId: 'x',
    ...(fields.length === 0 ? {} : { fields }),
  }),
});

/** What the API has against the fields of an act: asked with an id that it can't take, so that nothing is done. */
async function refusedFields(route: Route, request: Request): Promise<Fields> {
  const act = z.looseObject({ mutationId: z.string() }).safeParse(request.postDataJSON());
  if (!act.success) return [];
  const answer = await route.fetch({ postData: JSON.stringify({ ...act.data, mutationId: '' }) });
  const read = problem.safeParse(answer.status() === 400 ? await answer.json() : undefined);
  return (read.data?.fields ?? []).filter(({ pointer }) => pointer !== '/mutationId');
}

/** What changes something is refused, so that the next picture finds the diary as it was. */
const refuseWrites = async (route: Route): Promise<void> => {
  const request = route.request();
  const { pathname } = new URL(request.url());
  const reads = request.method() === 'GET' || /\/session\/|search$/.test(pathname);
  if (reads) await route.fallback();
  else await route.fulfill(refused(await refusedFields(route, request)));
};
const EVERY = '**/v1/**';
/** But who they are and where. */
const OF_STAFF = /\/v1\/(?:centre|registry)\/./;

/** The page again, without what was typed or opened in it. */
async function anew(camera: Camera, page: Page, path: string): Promise<void> {
  await camera.show(page, '/nowhere');
  await camera.show(page, path);
}

async function formSent(camera: Camera, page: Page, name: string): Promise<void> {
  const submit = page.locator('main form [type=submit]:visible');
  if ((await submit.count()) === 0) return;
  await page.route(EVERY, refuseWrites);
  await submit.last().click();
  await camera.shoot(page, `${name}-sent`);
  await page.unroute(EVERY);
}

async function allOpened(camera: Camera, page: Page, name: string): Promise<void> {
  const closed = page.locator('main details:not([open]) > summary:visible');
  const count = Math.min(await closed.count(), 30);
  if (count === 0) return;
  for (let at = 0; at < count; at += 1) await closed.first().click();
  await camera.shoot(page, `${name}-opened`);
}

async function unreached(camera: Camera, page: Page, name: string, path: string): Promise<void> {
  await camera.show(page, '/nowhere');
  await page.route(EVERY, (route) => route.fulfill({ status: 500, body: '' }));
  await camera.show(page, path);
  if ((await page.locator('main [role=alert]:visible, main .notice:visible').count()) > 0)
    await camera.shoot(page, `${name}-failed`);
  await page.unroute(EVERY);
}

/** The same answer where nothing has happened yet: every list of things in it is empty. */
const withNothing = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.some((one) => typeof one === 'object') ? [] : value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withNothing(one)]));
};

/** A page of staff where the API knows of nothing; left out where that changes nothing. */
export async function shootEmptied(camera: Camera, page: Page, name: string, path: string): Promise<void> {
  const main = page.locator('main');
  await anew(camera, page, path);
  const full = await main.innerText();
  await camera.show(page, '/nowhere');
  await page.route(OF_STAFF, async (route) => {
    const response = await route.fetch();
    const isJson = response.headers()['content-type']?.includes('json') === true;
    await route.fulfill({ response, ...(isJson ? { json: withNothing(await response.json()) } : {}) });
  });
  await camera.show(page, path);
  if ((await main.innerText()) !== full) await camera.shoot(page, `${name}-empty`);
  await page.unroute(OF_STAFF);
}

/**
 * A page as it opens, with everything unfolded, with its form sent as it is, and where the server does not answer. A state
 * that the page does not have is left out.
 */
export async function shootPage(camera: Camera, page: Page, name: string, path: string): Promise<void> {
  await anew(camera, page, path);
  await camera.shoot(page, name, true);
  await allOpened(camera, page, name);
  await anew(camera, page, path);
  await formSent(camera, page, name);
  await unreached(camera, page, name, path);
}
