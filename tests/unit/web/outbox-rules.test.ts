import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act, Item } from '../../../web/diary/state/outbox/item.ts';
import {
  fateOf,
  packOf,
  pauseAfter,
  place,
  sendable,
  touches,
} from '../../../web/diary/state/outbox/rules.ts';
import { failure, type Failure, type Outcome } from '../../../web/shared/api/failure.ts';

const act = (id: string, given: Partial<Act> = {}): Act => ({
  route: 'put-bleed',
  centre: 'c',
  patient: 'p',
  id,
  body: { mutationId: `m-${id}` },
  ...given,
});
const item = (seq: number, id: string, given: Partial<Item> = {}): Item => ({
  ...act(id),
  seq,
  account: 'a',
  state: 'waiting',
  addedAt: '2026-11-22T08:00:00.000Z',
  tried: false,
  tries: 0,
  late: false,
  notBefore: 0,
  ...given,
});
const refused = (code: Failure['code'], more: Partial<Failure> = {}): Outcome<unknown> => ({
  ok: false,
  failure: { ...failure(code), ...more },
});
const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id);

describe('what is sent next', () => {
  it('goes in the order it was made', () => {
    expect(ids(sendable([item(1, 'x'), item(2, 'y')], 0))).toEqual(['x', 'y']);
  });

  it('waits behind an earlier act whose time has not come', () => {
    expect(ids(sendable([item(1, 'x'), item(2, 'y', { notBefore: 10 }), item(3, 'z')], 5))).toEqual(['x']);
  });

  it('passes an act that needs a person, unless it is on the same entry', () => {
    const asked = item(1, 'x', { state: 'needs-you' });
    const onIt = item(2, 'x', { route: 'void-entry' });
    const naming = item(3, 'y', { body: { mutationId: 'm', bleeds: ['x'] } });
    expect(ids(sendable([asked, onIt, naming, item(4, 'z')], 0))).toEqual(['z']);
  });

  it('holds back what touches an act that is itself held back', () => {
    const asked = item(1, 'bleed', { state: 'needs-you' });
    const treated = item(2, 'treatment', { body: { mutationId: 'm', bleeds: ['bleed'] } });
    const undone = item(3, 'treatment', { route: 'void-entry' });
    expect(sendable([asked, treated, undone], 0)).toEqual([]);
  });

  it('goes in one request as far as no act touches what another one does', () => {
    const naming = item(2, 'y', { body: { mutationId: 'm', bleeds: ['x'] } });
    expect(ids(packOf([item(1, 'x'), naming, item(3, 'z')]))).toEqual(['x']);
    expect(ids(packOf([item(1, 'x'), item(3, 'z')]))).toEqual(['x', 'z']);
  });

  it('knows the bleed that a treatment makes', () => {
    const made = act('t', { body: { mutationId: 'm', newBleed: { id: 'b' } } });
    expect([...touches(made)]).toEqual(['t', 'b']);
  });
});

describe('what an answer means', () => {
  it('sends once: an entry that is there already as ours has arrived', () => {
    expect(fateOf(item(1, 'x'), refused('taken', { current: 3 }), 0, 0)).toEqual({ is: 'sent' });
  });

  it('corrects what an earlier try left, where the person has changed it since', () => {
    const fate = fateOf(item(1, 'x', { again: true }), refused('taken', { current: 1 }), 0, 0);
    expect(fate).toMatchObject({ is: 'corrects', item: { version: 1, state: 'waiting' } });
  });

  it('asks, where somebody else has corrected what the earlier try left', () => {
    const fate = fateOf(item(1, 'x', { again: true }), refused('taken', { current: 2 }), 0, 0);
    expect(fate).toMatchObject({ is: 'kept', item: { state: 'needs-you', failure: { code: 'stale' } } });
  });

  it.each(['stale', 'question', 'invalid', 'not-now', 'consent-needed', 'not-found', 'taken'] as const)(
    'leaves %s to the person',
    (code) => {
      expect(fateOf(item(1, 'x'), refused(code), 0, 0)).toMatchObject({ item: { state: 'needs-you' } });
    },
  );

  it.each(['offline', 'busy', 'broken', 'too-many', 'signed-out', 'statement-needed'] as const)(
    'tries again after %s',
    (code) => {
      const fate = fateOf(item(1, 'x'), refused(code), 1_000, 1);
      expect(fate).toMatchObject({ item: { state: 'waiting', tries: 1, notBefore: 3_000 } });
    },
  );

  it('comes back no earlier than the server asks', () => {
    const fate = fateOf(item(1, 'x'), refused('too-many', { retryAfterSeconds: 60 }), 0, 0);
    expect(fate).toMatchObject({ item: { notBefore: 60_000 } });
  });

  it('waits longer each time, up to five minutes', () => {
    expect([0, 1, 5, 50].map((tries) => pauseAfter(tries, 1))).toEqual([2_000, 4_000, 64_000, 300_000]);
  });
});

describe('where an act goes', () => {
  it('takes the place of the same entry that waits, and starts from where that started', () => {
    const before = item(4, 'x', { version: 2 });
    expect(place([before], act('x', { version: 3, body: { mutationId: 'new' } }))).toMatchObject({
      instead: { seq: 4 },
      act: { version: 2 },
    });
  });

  it('remembers that what it replaces may have arrived', () => {
    const placed = place([item(1, 'x', { tried: true })], act('x', { body: { mutationId: 'new' } }));
    expect(placed.act.again).toBe(true);
  });

  it('follows what is on its way', () => {
    const placed = place([item(1, 'x', { state: 'sending' })], act('x', { body: { mutationId: 'new' } }));
    expect(placed.instead).toBeUndefined();
  });

  it('is the same item when it is the same act', () => {
    expect(place([item(1, 'x')], act('x')).instead?.seq).toBe(1);
  });

  it('never takes the place of a removal', () => {
    const gone = item(1, 'x', { route: 'void-entry' });
    const again = act('x', { route: 'void-entry', body: { mutationId: 'new' } });
    expect(place([gone], again).instead).toBeUndefined();
  });
});

/** A server as the API is: idempotent by the act, one entry for an id, versions that only rise. */
class Server {
  readonly entries = new Map<string, { version: number; mutationId: string; body: string }>();
  readonly order: string[] = [];
  take({ id, version, body }: Item): Outcome<unknown> {
    const { mutationId } = body;
    const now = this.entries.get(id);
    if (now?.mutationId === mutationId) return { ok: true, value: now };
    if (version === undefined && now !== undefined) return refused('taken', { current: now.version });
    if (version !== undefined && now?.version !== version)
      return refused('stale', { current: now?.version ?? 0 });
    this.entries.set(id, { version: (version ?? 0) + 1, mutationId, body: String(body['text']) });
    this.order.push(mutationId);
    return { ok: true, value: undefined };
  }
}

type Step =
  { readonly is: 'type'; readonly id: number } | { readonly is: 'send' | 'lose' | 'fail' | 'crash' };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ is: fc.constant('type' as const), id: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ is: fc.constantFrom('send' as const, 'lose' as const, 'fail' as const, 'crash' as const) }),
);

/** The outbox of one diary on a phone whose network and battery do as they like. */
function live(steps: readonly Step[]): { server: Server; typed: Map<string, string>; left: readonly Item[] } {
  const server = new Server();
  const typed = new Map<string, string>();
  let stored: readonly Item[] = [];
  let seq = 0;
  const put = (one: Item): void => {
    stored = [...stored.filter((other) => other.seq !== one.seq), one].sort((a, b) => a.seq - b.seq);
  };
  const settle = (one: Item, outcome: Outcome<unknown>): void => {
    const fate = fateOf(one, outcome, 0, 0);
    if (fate.is === 'sent') stored = stored.filter((other) => other.seq !== one.seq);
    else put({ ...fate.item, notBefore: 0 });
  };
  const run = (how: Step['is']): void => {
    const [next] = sendable(stored, 0);
    if (next === undefined) return;
    const one = { ...next, tried: true };
    put(one);
    if (how === 'fail') settle(one, refused('offline'));
    else if (how === 'send') settle(one, server.take(one));
    else {
      // The server has it, the phone doesn't know: the answer was lost, or the phone died before it was written down.
      server.take(one);
      if (how === 'lose') settle(one, refused('offline'));
    }
  };
  steps.forEach((one, index) => {
    if (one.is !== 'type') {
      run(one.is);
      return;
    }
    const id = `e${String(one.id)}`;
    const text = `text ${String(index)}`;
    const known = server.entries.get(id);
    const waits = stored.some((other) => other.id === id);
    const version = known === undefined || waits ? undefined : known.version;
    const placing = place(stored, act(id, { version, body: { mutationId: `m${String(index)}`, text } }));
    typed.set(id, text);
    const fresh = item((seq += 1), id, placing.act);
    put(placing.instead === undefined ? fresh : { ...fresh, seq: placing.instead.seq });
  });
  // The network comes back and stays.
  for (let rounds = 0; rounds < 100; rounds += 1) run('send');
  return { server, typed, left: stored };
}

describe('whatever the network and the battery do', () => {
  it('nothing typed is lost, and nothing stands twice', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { server, typed, left } = live(steps);
        for (const [id, text] of typed) {
          const waits = left.find((one) => one.id === id);
          // It is at the server as it was typed last, or it waits for the person with that text.
          expect(waits?.body['text'] ?? server.entries.get(id)?.body).toBe(text);
        }
        expect(server.entries.size).toBeLessThanOrEqual(typed.size);
        expect(new Set(server.order).size).toBe(server.order.length);
        expect(left.every(({ state }) => state === 'needs-you')).toBe(true);
      }),
    );
  });

  it('entries arrive in the order they were made', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('send', 'lose', 'fail', 'crash'), { maxLength: 40 }),
        (network) => {
          const typing = [0, 1, 2, 3, 4, 5].map((id): Step => ({ is: 'type', id }));
          const { server } = live([...typing, ...network.map((is) => ({ is }))]);
          expect(server.order).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5']);
        },
      ),
    );
  });
});
