import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';

const source = readFileSync(new URL('../../../web/diary/service-worker.js', import.meta.url), 'utf8');

type Listener = (event: Readonly<Record<string, unknown>>) => void;

/** The browser's part: caches by name in the order they were made, and a network. */
class Phone {
  readonly caches = new Map<string, Map<string, string>>();
  network: 'none' | 'slow' | 'failing' | 'good' = 'good';
  private listeners = new Map<string, Listener>();

  /** Installs and activates a release, as the browser does. */
  async update(version: string, files: readonly string[]): Promise<void> {
    const kept = (name: string) => this.caches.get(name) ?? new Map<string, string>();
    const open = (name: string) => {
      const cache = kept(name);
      this.caches.set(name, cache);
      return Promise.resolve({
        addAll: (all: readonly string[]) => {
          all.forEach((file) => cache.set(file, `${file} of ${version}`));
          return Promise.resolve();
        },
        match: (file: string) => Promise.resolve(cache.get(file)),
      });
    };
    this.listeners = new Map();
    runInNewContext(
      source
        .replace("'SHELL_VERSION'", JSON.stringify(version))
        .replace("['SHELL_FILES']", JSON.stringify(files)),
      {
        URL,
        Response: { error: () => 'nothing' },
        fetch: () => this.fetched(),
        setTimeout: (late: () => void) => setTimeout(late, 10),
        caches: {
          open,
          keys: () => Promise.resolve([...this.caches.keys()]),
          delete: (name: string) => Promise.resolve(this.caches.delete(name)),
          match: ({ url }: { url: string }) =>
            Promise.resolve(
              [...this.caches.values()].map((cache) => cache.get(new URL(url).pathname)).find(Boolean),
            ),
        },
        self: {
          location: { origin: 'https://diary.test' },
          addEventListener: (name: string, listener: Listener) => this.listeners.set(name, listener),
          skipWaiting: () => undefined,
          clients: { claim: () => undefined },
        },
      },
    );
    for (const event of ['install', 'activate']) {
      let done: unknown;
      this.listeners.get(event)?.({ waitUntil: (work: unknown) => (done = work) });
      await done;
    }
  }

  private fetched(): Promise<unknown> {
    if (this.network === 'none') return Promise.reject(new TypeError('offline'));
    const answer = { status: this.network === 'failing' ? 502 : 200, of: 'the network' };
    // Slow: later than the worker is patient.
    return new Promise((resolve) => {
      setTimeout(resolve, this.network === 'slow' ? 50 : 0, answer);
    });
  }

  ask(path: string, mode = 'no-cors'): Promise<unknown> {
    let answer: unknown = 'left to the browser';
    const request = { method: 'GET', url: `https://diary.test${path}`, mode };
    this.listeners.get('fetch')?.({ request, respondWith: (given: unknown) => (answer = given) });
    return Promise.resolve(answer);
  }
}

it('a new release opens without a connection, and a page of the one before still finds its files', async () => {
  const phone = new Phone();
  await phone.update('one', ['/', '/assets/home-1.js']);
  await phone.update('two', ['/', '/assets/home-2.js']);
  phone.network = 'none';
  expect(await phone.ask('/', 'navigate')).toBe('/ of two');
  expect(await phone.ask('/assets/home-2.js')).toBe('/assets/home-2.js of two');
  expect(await phone.ask('/assets/home-1.js')).toBe('/assets/home-1.js of one');
});

it('keeps no more than two releases, and never an answer of the API', async () => {
  const phone = new Phone();
  for (const version of ['one', 'two', 'three']) await phone.update(version, ['/', `/assets/${version}.js`]);
  expect([...phone.caches.keys()]).toEqual(['shell-two', 'shell-three']);
  expect(await phone.ask('/v1/me')).toBe('left to the browser');
});

it('shows a page of the network, and the one on the device where that is slow or fails', async () => {
  const phone = new Phone();
  const page = { status: 200, of: 'the network' };
  phone.network = 'slow';
  await phone.update('one', ['/assets/home-1.js']);
  expect(await phone.ask('/record', 'navigate'), 'nothing is kept').toEqual(page);
  await phone.update('two', ['/']);
  expect(await phone.ask('/record', 'navigate')).toBe('/ of two');
  phone.network = 'failing';
  expect(await phone.ask('/', 'navigate')).toBe('/ of two');
  phone.network = 'good';
  expect(await phone.ask('/', 'navigate')).toEqual(page);
});
