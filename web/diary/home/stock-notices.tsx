import type { VNode } from 'preact';
import type { MonthView } from '#contracts/diary.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { nearDay } from '../../shared/dates/near-day.ts';
import { stockWords as words } from '../../shared/words/en/stock.ts';

type StockNotice = NonNullable<MonthView['stockNotices']>[number];

const say = (notice: StockNotice, today: string): string => {
  switch (notice.kind) {
    case 'recalled':
      return words.notice.recalled(notice.productName, notice.batch);
    case 'low':
      return words.notice.low(notice.productName, nearDay(notice.runsOutOn, today));
    case 'over':
    case 'soon':
      return words.notice[notice.kind](notice.productName, nearDay(notice.on, today));
  }
};

interface Props {
  readonly notices: readonly StockNotice[];
  readonly today: string;
}

/** What is to be said of the boxes today, and the way to them. */
export function StockNotices({ notices, today }: Props): VNode | null {
  if (notices.length === 0) return null;
  const isUrgent = notices.some(({ kind }) => kind === 'recalled' || kind === 'over');
  return (
    <Notice kind={isUrgent ? 'warning' : 'info'} title={words.notices}>
      <ul>
        {[...new Set(notices.map((one) => say(one, today)))].map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      <p>
        <a class="link" href="/stock">
          {words.open}
        </a>
      </p>
    </Notice>
  );
}
