import type { VNode } from 'preact';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { StockPanel } from '../../shared/stock/stock-panel.tsx';
import { stockWords as words } from '../../shared/words/en/stock.ts';
import { reminderWords } from '../../shared/words/en/reminders.ts';
import { DiaryPage, type OpenDiary } from '../parts/diary-page.tsx';
import { mayRecordIn } from '../parts/may-record.ts';
import { months } from '../state/months.ts';

function Stock({ link, view: month }: OpenDiary): VNode {
  const { centre: c, patient: p } = link;
  const stock = useCall('get-stock', { params: { c, p } });
  if (stock.value === undefined) {
    return stock.failure === undefined ? (
      <Waiting />
    ) : (
      <Failed failure={stock.failure} onRetry={() => void stock.again()} />
    );
  }
  const again = async (): Promise<void> => {
    // Home tells of the same boxes.
    await Promise.all([stock.again(), months.read(month.month)]);
  };
  return (
    <>
      <StockPanel
        key={`${c}/${p}`}
        place={{ of: 'diary', c, p }}
        view={stock.value}
        mayTell={mayRecordIn({ link, view: month })}
        again={again}
      />
      <p>
        <a href="/reminders">{reminderWords.open}</a>
      </p>
    </>
  );
}

/** The boxes at home. */
export function StockPage(): VNode {
  return <DiaryPage title={words.title}>{(diary) => <Stock {...diary} />}</DiaryPage>;
}
