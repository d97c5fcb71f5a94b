import { useEffect, useState } from 'preact/hooks';
import type { MonthView } from '#contracts/diary.ts';
import type { StockView } from '#contracts/stock.ts';
import type { Product } from '#domain/product.ts';
import { api } from '../../shared/api/api.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { session } from '../../shared/session/session.ts';
import { keepStock, readCopies } from '../state/device/copies.ts';
import { forgetRead } from '../state/device/copy-read.ts';
import type { DiaryLink } from '../state/me.ts';
import { months } from '../state/months.ts';
import { pending } from '../state/pending.ts';
import { useProducts } from '../state/use-products.ts';
import { withPendingStock } from './pending-stock.ts';

interface Read {
  readonly view: StockView;
  /** When it was read, ISO, where it is this device's copy. */
  readonly copiedAt?: string;
}

async function copyOf({ centre, patient }: DiaryLink): Promise<Read | undefined> {
  const account = session.account.peek();
  const kept = account === undefined ? undefined : await readCopies(account);
  if (kept === undefined || kept === 'locked') return undefined;
  const found = kept.stocks.find((one) => one.centre === centre && one.patient === patient);
  return found === undefined ? undefined : { view: found.stock, copiedAt: found.at };
}

/** What the month tells of the boxes, where this page was never opened on this device: enough to tell what arrived. */
const fromMonth = (month: MonthView, products: readonly Product[]): StockView => ({
  today: month.today,
  rows: (month.stock ?? []).flatMap(({ recalled, ...held }) => {
    const product = products.find(({ id }) => id === held.productId);
    if (product === undefined || held.count === 0) return [];
    const since = { since: month.today, note: '' };
    const { name: productName, unit } = product;
    const row = { ...held, productName, unit, freshness: 'fine' as const, mayBeWarm: false };
    return [recalled ? { ...row, recalled: since } : row];
  }),
  supplies: [],
  movements: [],
});

/** The boxes at home: from the server, or without a connection as this device last saw them, with what waits here. */
export function useStock(link: DiaryLink, month: MonthView) {
  const { centre: c, patient: p } = link;
  const [read, setRead] = useState<Read | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const items = pending.value.filter(({ centre, patient }) => centre === c && patient === p);
  const products = useProducts();
  const known = Array.isArray(products) ? products : undefined;
  const again = async (): Promise<void> => {
    const outcome = await api('get-stock', { params: { c, p } });
    const account = session.account.peek();
    if (outcome.ok) {
      setRead({ view: outcome.value });
      setFailure(undefined);
      if (account !== undefined) await keepStock(account, link, outcome.value).catch(() => undefined);
      return;
    }
    const { code } = outcome.failure;
    const isOver = code === 'not-found' || code === 'consent-needed';
    if (isOver) await forgetRead(link);
    const copy = isOver ? undefined : await copyOf(link).catch(() => undefined);
    setRead((now) => (isOver ? undefined : (now ?? copy)));
    setFailure(outcome.failure);
  };
  // Also when something that waited here has been sent: it is among the server's own then.
  useEffect(() => void again(), [items.length]);
  const guessed = failure?.code === 'offline' && known !== undefined ? fromMonth(month, known) : undefined;
  const view = read?.view ?? guessed;
  return {
    view: view === undefined ? undefined : withPendingStock(view, items, known ?? []),
    copiedAt: read === undefined ? months.copiedAt(month.month) : read.copiedAt,
    failure,
    again,
  };
}
