import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildSite } from '../../../web/build-site.ts';
import { BUDGET, weighDiary } from '../../../web/weigh.ts';

describe('the diary’s first load', () => {
  let diary: ReturnType<typeof weighDiary>;
  beforeAll(async () => {
    // As it is built for people, not for tests.
    vi.stubEnv('NODE_ENV', 'production');
    diary = weighDiary(await buildSite('diary', false));
  }, 60_000);
  afterAll(() => vi.unstubAllEnvs());

  it.each(['signIn', 'home'] as const)('keeps to its budget (%s)', (page) => {
    const { script, styles, all } = diary[page];
    // Preact alone is more: what is counted is there.
    expect(script).toBeGreaterThan(10_000);
    expect(styles).toBeGreaterThan(2_000);
    expect(script, 'bytes of script').toBeLessThanOrEqual(BUDGET.script);
    expect(styles, 'bytes of styles').toBeLessThanOrEqual(BUDGET.styles);
    expect(all, 'bytes in all').toBeLessThanOrEqual(BUDGET.all);
  });
});
