import { expect, it } from 'vitest';
import { sharedRun } from '../support/e2e/shared-run.ts';

it('serves the three sites and their status', async () => {
  const addresses = sharedRun().addresses;
  for (const site of ['diary', 'centre', 'registry']) {
    const answer = await fetch(addresses[site] ?? '');
    expect(answer.status, site).toBe(200);
    expect(await answer.text()).toContain('<!doctype html>');
  }
});
