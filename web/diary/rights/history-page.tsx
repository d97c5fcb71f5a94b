import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AccessLine } from '#contracts/rights.ts';
import { api } from '../../shared/api/api.ts';
import type { Outcome } from '../../shared/api/failure.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import type { PageProps } from '../../shared/router/routes.tsx';
import { accessLogWords as words } from '../../shared/words/en/access-log.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { person } from '../state/me.ts';
import { AccessLines } from './access-lines.tsx';

/** Who recorded and who changed one entry, with what it said before and after. */
export function HistoryPage({ params }: PageProps): VNode {
  const link = person.link.value;
  const [outcome, setOutcome] = useState<Outcome<{ readonly items: readonly AccessLine[] }> | undefined>(
    undefined,
  );
  const read = async (): Promise<void> => {
    if (link === undefined) return;
    setOutcome(undefined);
    const { centre: c, patient: p } = link;
    setOutcome(await api('get-entry-history', { params: { c, p, id: params['id'] ?? '' } }));
  };
  useEffect(() => void read(), [link, params['id']]);
  return (
    <Page title={words.historyTitle} back="/" narrow>
      {link === undefined && <p>{diaryWords.noDiaries}</p>}
      {link !== undefined && outcome === undefined && <Waiting />}
      {outcome?.ok === false && <Failed failure={outcome.failure} onRetry={() => void read()} />}
      {outcome?.ok === true && <AccessLines lines={outcome.value.items} />}
    </Page>
  );
}
