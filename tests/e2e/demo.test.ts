import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { AUDIENCES } from '#contracts/route.ts';
import { auditPage } from '../support/e2e/audit-page.ts';
import { signInAnswer } from '#contracts/session.ts';
import { addressOf, callApi } from '../support/e2e/call-api.ts';
import { sharedRun } from '../support/e2e/shared-run.ts';
import { signIn, startVisitors, type Visitors } from '../support/e2e/visitor.ts';

let visitors: Visitors;
beforeAll(async () => {
  visitors = await startVisitors();
});
afterEach(() => {
  expect(visitors.complaints()).toEqual([]);
});
afterAll(async () => visitors.close());

it('has demo accounts for each site', () => {
  expect(new Set(sharedRun().accounts.map(({ site }) => site))).toEqual(new Set(AUDIENCES));
});

/** One of each kind is enough; those that are there to be invited choose their own username. */
const ready = AUDIENCES.flatMap((site) =>
  sharedRun()
    .accounts.filter((account) => account.site === site && account.username !== '(choose)')
    .map((account) => ({ ...account, site })),
);
const oneOfEach = [...new Map(ready.map((account) => [account.role, account])).values()];

/** The page is the same for everybody of a site; that the account is good is the API’s to say. */
const firstOfSite = AUDIENCES.flatMap((site) => oneOfEach.find((account) => account.site === site) ?? []);

it.for(oneOfEach)('knows the demo’s $username by the password that is shown', async (account) => {
  const { site, username, password } = account;
  const answer = await callApi(site, `POST /v1/session/${site}/sign-in`, { body: { username, password } });
  const { outcome } = signInAnswer.parse(answer);
  expect(outcome).toBe(account.totpSecret === undefined ? 'signed-in' : 'second-factor');
});

it.for(firstOfSite)(
  'lets the demo’s $username in on the $site site',
  async ({ site, username, password, totpSecret }) => {
    const page = await visitors.visit(site, 375);
    await signIn(page, { username, password, ...(totpSecret === undefined ? {} : { secret: totpSecret }) });
    await auditPage(page, `demo-${site}-${username}`);
    expect(page.url()).toBe(`${addressOf(site)}/`);
    await page.context().close();
  },
);
