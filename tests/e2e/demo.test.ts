import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { AUDIENCES } from '#contracts/route.ts';
import { auditPage } from '../support/e2e/audit-page.ts';
import { addressOf } from '../support/e2e/call-api.ts';
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
  expect(new Set(inject('accounts').map(({ site }) => site))).toEqual(new Set(AUDIENCES));
});

/** One of each kind is enough; those that are there to be invited choose their own username. */
const ready = inject('accounts').filter(({ username }) => username !== '(choose)');
const oneOfEach = [...new Map(ready.map((account) => [account.role, account])).values()];

it.for(oneOfEach)(
  'lets the demo’s $username in on the $site site',
  async ({ site, username, password, totpSecret }) => {
    const audience = AUDIENCES.find((one) => one === site) ?? 'diary';
    const page = await visitors.visit(audience, 375);
    await signIn(page, { username, password, ...(totpSecret === undefined ? {} : { secret: totpSecret }) });
    await auditPage(page, `demo-${site}-${username}`);
    expect(page.url()).toBe(`${addressOf(audience)}/`);
    await page.context().close();
  },
);
