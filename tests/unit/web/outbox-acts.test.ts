import { describe, expect, it } from 'vitest';
import { ACT_KINDS as SERVER_KINDS } from '#contracts/sync.ts';
import type { MonthView } from '#contracts/diary.ts';
import type { StockView } from '#contracts/stock.ts';
import { findProduct } from '#catalogue/catalogue.ts';
import { ACT_KINDS, isItem, type Item } from '../../../web/diary/state/outbox/item.ts';
import { dayOf } from '../../../web/diary/state/outbox/entry-of-item.ts';
import { packOf, sendable } from '../../../web/diary/state/outbox/rules.ts';
import { withPending } from '../../../web/diary/state/outbox/with-pending.ts';
import { withPendingStock } from '../../../web/diary/stock/pending-stock.ts';

const item = (seq: number, given: Partial<Item> & Pick<Item, 'route' | 'id'>): Item => ({
  centre: 'c',
  patient: 'p',
  body: { mutationId: `m-${String(seq)}` },
  seq,
  account: 'a',
  state: 'waiting',
  addedAt: '2026-11-22T08:00:00.000Z',
  tried: false,
  tries: 0,
  late: true,
  notBefore: 0,
  ...given,
});
const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id);
const bleed = item(1, { route: 'put-bleed', id: 'bleed' });
const photo = item(2, { route: 'put-photo', id: 'photo', of: 'bleed', photo: new Blob(['x']) });
const dose = item(3, { route: 'put-treatment', id: 'dose' });

describe('a photo that waits', () => {
  it('goes by itself, after its bleed', () => {
    expect(ids(packOf(sendable([bleed, photo, dose], 0)))).toEqual(['bleed']);
    expect(ids(packOf(sendable([photo, dose], 0)))).toEqual(['photo']);
    expect(ids(packOf(sendable([dose, photo], 0)))).toEqual(['dose']);
  });

  it('waits while its bleed needs a person, and nothing else waits for it', () => {
    expect(ids(sendable([{ ...bleed, state: 'needs-you' }, photo, dose], 0))).toEqual(['dose']);
  });

  it('is among the photos at once, and goes with its bleed or when it is taken out', () => {
    const view = { month: '2026-11', entries: [], openBleeds: [], planned: [] } as unknown as MonthView;
    const shown = (...items: Item[]) => withPending(view, items, (id) => id).photos;
    const old = { ...view, photos: [{ id: 'old', bleed: 'other' }] };
    expect(withPending(old, [photo], (id) => id).photos).toEqual([
      { id: 'old', bleed: 'other' },
      { id: 'photo', bleed: 'bleed' },
    ]);
    expect(shown(photo, item(4, { route: 'void-entry', id: 'bleed', version: 1 }))).toEqual([]);
    expect(shown(photo, item(4, { route: 'void-photo', id: 'photo', of: 'bleed' }))).toEqual([]);
  });
});

describe('an entry that moves to another diary', () => {
  const others = [{ id: 'dose', as: 'dose-there' }];
  const moved = item(4, {
    route: 'move-entry',
    id: 'bleed',
    version: 1,
    on: '2026-10-03',
    body: { mutationId: 'm-4', to: { centre: 'c', patient: 'q' }, as: 'bleed-there', others, passed: [] },
  });

  it('goes by itself, after whatever makes or changes it, and holds back nothing else', () => {
    expect(ids(packOf(sendable([bleed, dose, moved], 0)))).toEqual(['bleed', 'dose']);
    expect(ids(packOf(sendable([moved, item(5, { route: 'put-bleed', id: 'next' })], 0)))).toEqual(['bleed']);
    const asked = { ...dose, state: 'needs-you' as const };
    expect(ids(sendable([asked, moved, photo], 0)), 'with what goes along').toEqual([]);
    expect(ids(sendable([asked, item(5, { route: 'put-bleed', id: 'next' })], 0))).toEqual(['next']);
  });

  it('has left the diary at once, with what goes along', () => {
    const entries = [{ id: 'bleed' }, { id: 'dose' }, { id: 'stays' }];
    const openBleeds = [{ id: 'bleed' }];
    const photos = [{ id: 'photo', bleed: 'bleed' }];
    const view = { month: '2026-10', entries, openBleeds, photos, planned: [] } as unknown as MonthView;
    const after = withPending(view, [moved], (id) => id);
    const gone = after.entries.flatMap(({ id, voided }) => (voided?.moved === true ? [id] : []));
    expect(gone).toEqual(['bleed', 'dose']);
    expect([after.openBleeds, after.photos]).toEqual([[], []]);
  });

  it('is of the day of the entry, wherever it is looked for', () => {
    expect(dayOf(moved)).toBe('2026-10-03');
    expect(dayOf({ ...moved, on: undefined })).toBe('2026-11-22');
  });
});

describe('what is offered again while it waits', () => {
  const given = (seq: number, productId: string, moiety: string) =>
    item(seq, {
      route: 'put-treatment',
      id: productId,
      body: {
        mutationId: `m-${String(seq)}`,
        typedAt: '2026-11-22T08:00:00Z',
        passed: [],
        when: { local: '2026-11-22T08:00', zone: 'Europe/London' },
        product: { kind: 'catalogue', id: productId },
        containers: [],
        amount: { value: 1000, unit: moiety === 'FVIII' ? 'IU' : 'mg', moiety },
        reason: 'prophylaxis',
        bleeds: [],
        place: 'home',
        fromHomeStock: true,
      },
    });
  const factor = given(1, 'elocta', 'FVIII');
  const adjunct = given(2, 'tranexamic-acid', 'tranexamic acid');
  const view = { month: '2026-11', entries: [], openBleeds: [], planned: [] } as unknown as MonthView;
  const offered = (shown: MonthView, ...items: Item[]) =>
    withPending(shown, items, (id) => id).lastTreatment?.productName;

  it('is the factor, not the adjunct that was given beside it', () => {
    expect(offered(view, factor, adjunct)).toBe('elocta');
    expect(offered(view, adjunct)).toBe('tranexamic-acid');
    const plan = { regimens: [{ productId: 'tranexamic-acid' }] } as unknown as MonthView['plan'];
    expect(offered({ ...view, plan }, factor, adjunct)).toBe('tranexamic-acid');
  });
});

describe('boxes told of', () => {
  const row = { productId: 'elocta', strength: 2000, batch: 'AB12' };
  const view = {
    today: '2026-11-22',
    rows: [{ ...row, productName: 'Elocta', unit: 'IU', count: 4, freshness: 'fine', mayBeWarm: true }],
    supplies: [],
    movements: [],
  } as StockView;
  const product = findProduct('elocta');
  const after = (...items: Item[]) =>
    withPendingStock(view, items, product === undefined ? [] : [product]).rows;
  const told = (seq: number, route: Item['route'], body: object): Item =>
    item(seq, { route, id: `s-${String(seq)}`, body: { mutationId: `m-${String(seq)}`, ...body } });

  it('are counted as they will be once they are sent, in the order they were told', () => {
    const rows = after(
      told(1, 'put-delivered', { lines: [{ ...row, batch: 'ab-12', count: 3 }] }),
      told(2, 'put-wasted', { ...row, count: 2 }),
      told(3, 'put-warmed', { ...row, on: '2026-11-20' }),
    );
    expect(rows).toMatchObject([{ count: 5, roomTemperatureSince: '2026-11-20' }]);
    expect(after(told(1, 'put-counted', { lines: [{ ...row, count: 0 }] }))).toMatchObject([{ count: 0 }]);
  });

  it('of another batch are a row of their own', () => {
    const line = { ...row, batch: 'NEW1', count: 6, expiresOn: '2028-01-31' };
    expect(after(told(1, 'put-delivered', { lines: [line] })).at(-1)).toMatchObject({
      batch: 'NEW1',
      count: 6,
      productName: product?.name,
      usableUntil: '2028-01-31',
    });
  });

  it('go one after the other, and the later ones wait while an earlier one needs a person', () => {
    const [first, second] = [told(1, 'put-delivered', { lines: [] }), told(2, 'put-counted', { lines: [] })];
    expect(ids(packOf(sendable([first, second], 0)))).toEqual(['s-1']);
    expect(sendable([{ ...first, state: 'needs-you' }, second], 0)).toEqual([]);
  });
});

describe('what the device can send', () => {
  it('is called as the server calls it', () => {
    const named = Object.values(ACT_KINDS).filter((kind) => kind !== 'alone');
    expect(named.toSorted()).toEqual([...SERVER_KINDS].toSorted());
  });

  it('leaves alone what another release put there', () => {
    expect(isItem(dose)).toBe(true);
    expect(isItem({ ...dose, route: 'put-something-newer' })).toBe(false);
    expect(isItem({ ...dose, route: 'toString' })).toBe(false);
  });
});
