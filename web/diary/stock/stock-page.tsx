import type { VNode } from 'preact';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { StockPanel } from '../../shared/stock/stock-panel.tsx';
import { stockWords as words } from '../../shared/words/en/stock.ts';
import { reminderWords } from '../../shared/words/en/reminders.ts';
import { DiaryPage, type OpenDiary } from '../parts/diary-page.tsx';
import { mayRecordIn } from '../parts/may-record.ts';
import { useDraft } from '../state/draft.ts';
import { months } from '../state/months.ts';
import { AsOf } from '../waiting/as-of.tsx';
import { PendingStrip } from '../waiting/pending-strip.tsx';
import { keepStockAct } from './keep-stock-act.ts';
import { useStock } from './use-stock.ts';

function Stock({ link, view: month }: OpenDiary): VNode {
  const stock = useStock(link, month);
  if (stock.view === undefined) {
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
      <PendingStrip />
      {stock.copiedAt !== undefined && (
        <AsOf at={stock.copiedAt} failure={stock.failure} again={() => void stock.again()} />
      )}
      <StockPanel
        place={{ of: 'diary', keep: keepStockAct(link), useDraft }}
        view={stock.view}
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
  return (
    <DiaryPage title={words.title}>
      {(diary) => <Stock key={`${diary.link.centre}/${diary.link.patient}`} {...diary} />}
    </DiaryPage>
  );
}
