import type { Page } from 'playwright-core';

/** What the diary keeps on a device, by where it lies. */
export interface DeviceStore {
  /** Unsent acts, by their routes. */
  readonly outbox: readonly string[];
  /** Copies, by their places. */
  readonly kept: readonly string[];
  /** Names in the browser's lasting storage. */
  readonly names: readonly string[];
  /** The caches of the service worker. */
  readonly caches: readonly string[];
  /** Everything of it as one text, to look for what must not be there. */
  readonly text: string;
}

const READ = `(async () => {
  const database = await new Promise((done, fail) => {
    const asked = indexedDB.open('haemdiary');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const all = (name) => new Promise((done) => {
    const asked = database.transaction(name).objectStore(name).getAll();
    asked.onsuccess = () => done(asked.result);
  });
  const outbox = await all('outbox');
  const kept = await all('kept');
  database.close();
  const names = await caches.keys();
  const cached = [];
  for (const name of names) for (const { url } of await (await caches.open(name)).keys()) cached.push(url);
  return {
    outbox: outbox.map(({ route }) => route),
    kept: kept.map(({ place }) => place),
    names: Object.keys(localStorage),
    caches: names,
    text: JSON.stringify([outbox, kept, { ...localStorage }, { ...sessionStorage }, cached]),
  };
})()`;

/** Looks at what the device of this page keeps of the diary, all of it. */
export const storeOf = async (page: Page): Promise<DeviceStore> => page.evaluate<DeviceStore>(READ);

/** Lets the page's clock be set off, from its next load on: `setClockOff`. */
export const ADJUSTABLE_CLOCK = `{
  const ms = Number(localStorage.getItem('test-clock') ?? 0);
  if (ms !== 0) {
    const Right = Date;
    globalThis.Date = class extends Right {
      constructor(...given) { if (given.length === 0) super(Right.now() + ms); else super(...given); }
      static now() { return Right.now() + ms; }
    };
  }
}`;

/** Sets the device's clock off by so many hours, and loads the page again. */
export async function setClockOff(page: Page, hours: number): Promise<void> {
  await page.evaluate(`localStorage.setItem('test-clock', '${String(hours * 3_600_000)}')`);
  await page.reload();
}
