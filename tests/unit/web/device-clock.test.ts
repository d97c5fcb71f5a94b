import { beforeEach, describe, expect, it, vi } from 'vitest';

const hourMs = 3_600_000;
const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => kept.set(name, value),
  removeItem: (name: string) => kept.delete(name),
});
const fresh = async () => {
  vi.resetModules();
  const { noteTime } = await import('../../../web/shared/api/server-clock.ts');
  const { clock } = await import('../../../web/diary/state/clock.ts');
  const hear = (aheadMs: number): void => {
    noteTime(new Response('', { headers: { date: new Date(Date.now() - aheadMs).toUTCString() } }));
  };
  return { clock, hear };
};

describe('by how much a device’s clock is ahead, to tell which day it is', () => {
  beforeEach(() => {
    kept.clear();
  });

  it('is what the server’s last answer told, whatever the person answered about it', async () => {
    const { clock, hear } = await fresh();
    expect(clock.aheadMs()).toBe(0);
    hear(25 * hourMs);
    expect(clock.aheadMs()).toBe(25 * hourMs);
    hear(-30 * hourMs);
    expect(clock.aheadMs()).toBe(-30 * hourMs);
  });

  it('is nothing where clocks only drift', async () => {
    const { clock, hear } = await fresh();
    hear(120_000);
    expect(clock.aheadMs()).toBe(0);
  });

  it('is what the person said of it until the server answers again', async () => {
    const { clock, hear } = await fresh();
    hear(25 * hourMs);
    clock.useOurs();
    const later = await fresh();
    expect(later.clock.aheadMs()).toBe(25 * hourMs);
    later.hear(0);
    expect(later.clock.aheadMs()).toBe(0);
  });
});
