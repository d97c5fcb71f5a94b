import { expect, inject, it } from 'vitest';

it('serves the three sites and their status', async () => {
  const addresses = inject('addresses');
  for (const site of ['diary', 'centre', 'registry']) {
    const answer = await fetch(addresses[site] ?? '');
    expect(answer.status, site).toBe(200);
    expect(await answer.text()).toContain('<!doctype html>');
  }
});
