import type { Page } from 'playwright-core';
import { fillPath } from '../../support/e2e/fill-path.ts';
import { signedIn, signedOut } from '../../support/e2e/page-lists.ts';
import type { DemoRun } from './demo-run.ts';
import { shootEmptied, shootPage } from './page-states.ts';
import { doorStates } from './staff-doors.ts';
import type { Camera } from './camera.ts';
import { centreIds, type Ids, registryIds } from './staff-ids.ts';
import { STAFF_STATES, type StaffState } from './staff-states.ts';

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

/** Goes through what is wanted by its name; what could not be taken is told. */
function attempts(wanted: RegExp) {
  const missed: string[] = [];
  const attempt = async (name: string, work: () => Promise<void>): Promise<void> => {
    if (!wanted.test(name)) return;
    await work().catch((error: unknown) => missed.push(`${name}: ${String(error).split('\n')[0] ?? ''}`));
  };
  return { missed, attempt };
}

async function shootStates(
  { camera, wanted }: Sitting,
  page: Page,
  states: readonly StaffState[],
  ids: Ids,
): Promise<readonly string[]> {
  const { missed, attempt } = attempts(wanted);
  for (const { name, path, act } of states)
    await attempt(name, async () => {
      await camera.show(page, '/nowhere');
      await camera.show(page, fillPath(path, ids));
      await act(page);
      await camera.shoot(page, name);
    });
  return missed;
}

/** The pages of one person. */
async function sit(
  sitting: Sitting,
  as: string,
  mine: (path: string) => boolean,
): Promise<readonly string[]> {
  const { camera, run, site, wanted } = sitting;
  const { missed, attempt } = attempts(wanted);
  const page = await camera.open(as);
  page.setDefaultTimeout(10_000);
  const token = await tokenOf(page);
  const ids = await (site === 'centre' ? centreIds(run, page, token, as === OTHER) : registryIds(run, token));
  const paths = Object.keys(signedIn[site]).filter(mine);
  for (const path of paths)
    await attempt(nameOf(site, path), () => shootPage(camera, page, nameOf(site, path), fillPath(path, ids)));
  const states = STAFF_STATES.filter((one) => one.name.startsWith(site) && mine(one.path));
  missed.push(...(await shootStates(sitting, page, states, ids)));
  for (const path of paths)
    await attempt(`${nameOf(site, path)}-empty`, () =>
      shootEmptied(camera, page, nameOf(site, path), fillPath(path, ids)),
    );
  await page.context().close();
  return missed;
}

/** What is there for who is not signed in. */
async function shootDoors(sitting: Sitting): Promise<readonly string[]> {
  const { camera, site, wanted } = sitting;
  const { missed, attempt } = attempts(wanted);
  const page = await camera.open(undefined);
  page.setDefaultTimeout(10_000);
  for (const path of Object.keys(signedOut[site])) {
    const name = `${nameOf(site, path)}-signed-out`;
    await attempt(name, () => shootPage(camera, page, name, path));
  }
  missed.push(...(await shootStates(sitting, page, doorStates(site, PEOPLE[site]), {})));
  await page.context().close();
  return missed;
}

/** Every page of a staff site and its states. */
export async function shootStaff(sitting: Sitting): Promise<readonly string[]> {
  const isShared = (path: string): boolean => path.startsWith('/shared');
  const doors = await shootDoors(sitting);
  const own = await sit(sitting, PEOPLE[sitting.site], (path) => !isShared(path));
  const shared = sitting.site === 'centre' ? await sit(sitting, OTHER, isShared) : [];
  return [...doors, ...own, ...shared];
}
