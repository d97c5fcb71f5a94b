import { useEffect, useState } from 'preact/hooks';
import type { MonthView } from '#contracts/diary.ts';
import { api } from '../../shared/api/api.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { monthOf } from '../../shared/dates/days.ts';
import { dayOf } from '../state/outbox/entry-of-item.ts';
import type { Item } from '../state/outbox/item.ts';

/** The month of a waiting act as the server has it, without what waits here: the other version is in it. */
export function useServerMonth(item: Item) {
  const { centre: c, patient: p } = item;
  const [read, setRead] = useState<MonthView | Failure | undefined>(undefined);
  const look = async (): Promise<void> => {
    const outcome = await api('get-month', { params: { c, p }, query: { month: monthOf(dayOf(item)) } });
    setRead(outcome.ok ? outcome.value : outcome.failure);
  };
  useEffect(() => void look(), []);
  return { read, look };
}
