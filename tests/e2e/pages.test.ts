import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Audience } from '#contracts/route.ts';
import { asksOpenly } from '../support/e2e/asks-openly.ts';
import { auditPage, violationsOn } from '../support/e2e/audit-page.ts';
import { addressOf, callApi, newId } from '../support/e2e/call-api.ts';
import { fillPath } from '../support/e2e/fill-path.ts';
import { agree, newRegistryManager, type Person } from '../support/e2e/people.ts';
import { logAndRequest } from '../support/e2e/log-and-request.ts';
import { type Pages, signedIn, signedOut } from '../support/e2e/page-lists.ts';
import { shareBoth } from '../support/e2e/share-both.ts';
import { treatmentNow } from '../support/e2e/treatment-now.ts';
import { pathsOf } from '../support/e2e/route-tables.ts';
import { goTo, heading, startVisitors, visitAs, type Visitors } from '../support/e2e/visitor.ts';
import {
  newCarer,
  newCentre,
  newPatient,
  setPlan,
  type TestCentre,
  type TestPatient,
  today,
} from '../support/e2e/world.ts';

let visitors: Visitors;
let centre: TestCentre;
let child: TestPatient;
let people: Readonly<Record<Audience, Person>>;
/** What the placeholders of the paths stand for. */
let ids: Readonly<Record<string, string>>;

const accounts = z.object({ account: z.string() });

/** A treatment, a bleed that goes on and a note of a dose not taken: no page stays empty. */
async function recordSome(carer: Person): Promise<Readonly<Record<'treatment' | 'bleed', string>>> {
  const at = `/v1/diaries/${child.centre}/${child.id}`;
  const made = { treatment: newId(), bleed: newId() };
  const put = async (path: string, body: object): Promise<unknown> =>
    callApi('diary', `PUT ${at}/${path}`, { token: carer.token, body });
  const { mutationId, typedAt, when } = treatmentNow();
  const bleed = { site: 'knee', side: 'left', cause: 'trauma', severity: 1, startedAt: when };
  await put(`bleeds/${made.bleed}`, { mutationId, typedAt, ...bleed });
  await put(`treatments/${made.treatment}`, treatmentNow());
  return made;
}

beforeAll(async () => {
  visitors = await startVisitors();
  const registry = await newRegistryManager();
  centre = await newCentre({ manager: registry });
  child = await newPatient(centre, { givenName: 'Robin' });
  await setPlan(centre, child);
  const carer = await newCarer(centre, child);
  await agree(carer);
  const shared = await shareBoth(registry, centre, child);
  people = { diary: carer, centre: centre.dataManager, registry };
  const { account } = accounts.parse(await callApi('diary', 'GET /v1/me', { token: carer.token }));
  const staff = accounts.parse(
    await callApi('centre', 'GET /v1/centre', { token: centre.dataManager.token }),
  );
  ids = {
    p: child.id,
    c: centre.id,
    month: today().slice(0, 7),
    carer: account,
    staff: staff.account,
    ...shared,
    colleague: registry.account,
    ...(await recordSome(carer)),
    ...(await logAndRequest(
      { carer, dataManager: centre.dataManager },
      { centre: centre.id, patient: child.id, text: 'The plan' },
    )),
  };
}, 300_000);
afterEach(() => {
  expect(visitors.complaints()).toEqual([]);
});
afterAll(async () => visitors.close());

const shotName = (site: Audience, path: string, state: string): string =>
  `page-${site}${path === '/' ? '-home' : path.replaceAll('/', '-').replaceAll(':', '')}${state}`;

const pageList = (pages: Record<Audience, Pages>) =>
  (['diary', 'centre', 'registry'] as const).flatMap((site) =>
    Object.entries<string | RegExp>(pages[site]).map(([path, title]) => ({ site, path, title })),
  );

describe.each(['diary', 'centre', 'registry'] as const)('the %s site', (site) => {
  it('has a visit for each of its pages', () => {
    const visited = new Set([...Object.keys(signedOut[site]), ...Object.keys(signedIn[site])]);
    expect([...new Set(pathsOf[site]())].filter((path) => !visited.has(path))).toEqual([]);
    expect([...visited].filter((path) => !pathsOf[site]().includes(path))).toEqual([]);
  });
});

describe('signed out', () => {
  // Each page is opened by its address; nobody signs in, so the next is as it would be in a profile of its own.
  const open = new Map<Audience, Page>();
  it.for(pageList(signedOut))('$site $path is accessible', async ({ site, path, title }) => {
    const page = open.get(site) ?? (await visitors.visit(site, 1280, path));
    if (open.has(site)) await page.goto(`${addressOf(site)}${path}`);
    open.set(site, page);
    await heading(page, title);
    await auditPage(page, shotName(site, path, '-signed-out'));
    await asksOpenly(page);
  });
});

describe('signed in', () => {
  const open = new Map<Audience, Page>();
  it.for(pageList(signedIn))('$site $path is accessible', async ({ site, path, title }) => {
    const page = open.get(site) ?? (await visitAs(visitors, people[site], 1280));
    open.set(site, page);
    await goTo(page, fillPath(path, ids));
    await heading(page, title);
    await auditPage(page, shotName(site, path, ''));
    // How one looks at a time is chosen, not asked.
    if (site === 'diary' && !path.startsWith('/insights')) await asksOpenly(page);
  });

  it.for([
    { site: 'diary', path: '/record', submit: 'Save' },
    { site: 'centre', path: '/patients/new', submit: 'Enrol' },
    { site: 'registry', path: '/centres/new', submit: 'Onboard and invite' },
  ] as const)('$site $path stays accessible with its errors', async ({ site, path, submit }) => {
    const page = open.get(site) ?? (await visitAs(visitors, people[site], 1280));
    await goTo(page, path);
    await page.getByRole('button', { name: submit }).click();
    await page.getByText('There is a problem').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByText('There is a problem').scrollIntoViewIfNeeded();
  });
});

it('finds what is wrong with a page', async () => {
  const page = await visitors.visit('diary', 1280, '/emergency');
  await heading(page, 'Emergency numbers');
  await page.evaluate("document.querySelector('main').append(document.createElement('img'))");
  expect(await violationsOn(page)).toEqual([expect.stringContaining('image-alt')]);
  await page.context().close();
});
