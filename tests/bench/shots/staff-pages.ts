import type { Page } from 'playwright-core';
import { fillPath } from '../../support/e2e/fill-path.ts';
import { signedIn } from '../../support/e2e/page-lists.ts';
import type { DemoRun } from './demo-run.ts';
import { shootPage } from './page-states.ts';
import type { Camera } from './camera.ts';
import { centreIds, registryIds } from './staff-ids.ts';
import { STAFF_STATES } from './staff-states.ts';

const PEOPLE = { centre: 'larkfield.manager', registry: 'registry.manager' } as const;
/** Whose centre is shown another one's diary. */
const OTHER = 'moorside.manager';

const nameOf = (site: string, path: string): string =>
  `${site}${path === '/' ? '-home' : path.replaceAll('/', '-').replaceAll(':', '')}`;

/** What the page itself is allowed: read from its own requests. */
async function tokenOf(page: Page): Promise<string> {
  const asked = page.waitForRequest((request) => request.headers()['authorization'] !== undefined);
  await page.reload();
  return ((await asked).headers()['authorization'] ?? '').replace('Bearer ', '');
}

interface Sitting {
  readonly camera: Camera;
  readonly run: DemoRun;
  readonly site: 'centre' | 'registry';
  readonly wanted: RegExp;
}

/** The pages of one person; what could not be taken is told. */
async function sit(
  { camera, run, site, wanted }: Sitting,
  as: string,
  mine: (path: string) => boolean,
): Promise<readonly string[]> {
  const missed: string[] = [];
  const page = await camera.open(as);
  page.setDefaultTimeout(10_000);
  const token = await tokenOf(page);
  const ids = await (site === 'centre' ? centreIds(run, page, token, as === OTHER) : registryIds(run, token));
  const attempt = async (name: string, work: () => Promise<void>): Promise<void> => {
    if (!wanted.test(name)) return;
    await work().catch((error: unknown) => missed.push(`${name}: ${String(error).split('\n')[0] ?? ''}`));
  };
  for (const path of Object.keys(signedIn[site]).filter(mine))
    await attempt(nameOf(site, path), async () => {
      await shootPage(camera, page, nameOf(site, path), fillPath(path, ids));
    });
  for (const { name, path, act } of STAFF_STATES.filter((one) => one.name.startsWith(site) && mine(one.path)))
    await attempt(name, async () => {
      await camera.show(page, '/nowhere');
      await camera.show(page, fillPath(path, ids));
      await act(page);
      await camera.shoot(page, name);
    });
  await page.context().close();
  return missed;
}

/** Every page of a staff site and its states. */
export async function shootStaff(sitting: Sitting): Promise<readonly string[]> {
  const isShared = (path: string): boolean => path.startsWith('/shared');
  const own = await sit(sitting, PEOPLE[sitting.site], (path) => !isShared(path));
  return sitting.site === 'centre' ? [...own, ...(await sit(sitting, OTHER, isShared))] : own;
}
