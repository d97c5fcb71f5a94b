import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AccessLine } from '#contracts/rights.ts';
import { api } from '../../shared/api/api.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { Empty } from '../../shared/components/empty.tsx';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { accessLogWords as words } from '../../shared/words/en/access-log.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { DiaryChooser } from '../home/diary-chooser.tsx';
import { type DiaryLink, person } from '../state/me.ts';
import { AccessLines } from './access-lines.tsx';

interface Read {
  readonly lines: readonly AccessLine[];
  readonly cursor?: string | undefined;
}

function Log({ link }: { readonly link: DiaryLink }): VNode {
  const [read, setRead] = useState<Read | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const readOn = async (before: Read | undefined): Promise<void> => {
    setFailure(undefined);
    const outcome = await api('get-access-log', {
      params: { c: link.centre, p: link.patient },
      query: before?.cursor === undefined ? {} : { cursor: before.cursor },
    });
    if (!outcome.ok) setFailure(outcome.failure);
    else setRead({ lines: [...(before?.lines ?? []), ...outcome.value.items], cursor: outcome.value.cursor });
  };
  useEffect(() => void readOn(undefined), []);
  if (read === undefined)
    return failure === undefined ? (
      <Waiting />
    ) : (
      <Failed failure={failure} onRetry={() => void readOn(undefined)} />
    );
  return (
    <>
      {read.lines.length === 0 ? <Empty>{words.none}</Empty> : <AccessLines lines={read.lines} toHistory />}
      {failure !== undefined && <Failed failure={failure} onRetry={() => void readOn(read)} />}
      {failure === undefined && read.cursor !== undefined && (
        <button type="button" class="button button-second" onClick={() => void readOn(read)}>
          {words.more}
        </button>
      )}
    </>
  );
}

/** Who looked at the open diary and who changed it. */
export function AccessLogPage(): VNode {
  const link = person.link.value;
  return (
    <Page title={words.title} back="/settings" narrow>
      {link === undefined ? (
        <p>{diaryWords.noDiaries}</p>
      ) : (
        <>
          <DiaryChooser open={link} />
          <p>{words.intro}</p>
          <Log key={`${link.centre}/${link.patient}`} link={link} />
          <p>{words.question}</p>
          <p class="quiet">{words.notIn}</p>
        </>
      )}
    </Page>
  );
}
