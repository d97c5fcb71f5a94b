import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ExportJob } from '#contracts/centre.ts';
import { api } from '../../shared/api/api.ts';
import { announce } from '../../shared/components/announce.ts';
import { Empty } from '../../shared/components/empty.tsx';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { MoreRows } from '../../shared/staff/more-rows.tsx';
import { NotAllowed } from '../../shared/staff/not-allowed.tsx';
import { usePaged } from '../../shared/staff/use-paged.ts';
import { centreSettings } from '../../shared/words/en/centre-settings.ts';
import { ExportForm } from '../parts/export-form.tsx';
import { ExportTable } from '../parts/export-table.tsx';
import { staff } from '../parts/staff.ts';

const words = centreSettings.exports;
const everyMs = 2_000;
const runs = ({ state }: ExportJob): boolean => state === 'waiting' || state === 'running';

/** Asks again about the jobs that still run, until none does or the page is left. */
function useProgress(jobs: readonly ExportJob[], onJob: (job: ExportJob) => void): void {
  const running = jobs.filter(runs).map(({ id }) => id);
  useEffect(() => {
    if (running.length === 0) return undefined;
    const timer = window.setInterval(() => {
      for (const id of running) {
        void api('get-export', { params: { id } }).then((outcome) => {
          if (outcome.ok) onJob(outcome.value);
        });
      }
    }, everyMs);
    return () => {
      window.clearInterval(timer);
    };
  }, [running.join(' ')]);
}

function ExportsHere(): VNode {
  const list = usePaged((cursor) => api('list-exports', { query: { cursor } }));
  /** What is known of a job since the list was read: jobs started here, and their progress. */
  const [news, setNews] = useState<readonly ExportJob[]>([]);
  const learn = (job: ExportJob): void => {
    setNews((now) => [job, ...now.filter(({ id }) => id !== job.id)]);
    if (!runs(job)) announce(words.states[job.state]);
  };
  const listed = list.items ?? [];
  const started = news.filter(({ id }) => !listed.some((job) => job.id === id));
  const jobs = [...started, ...listed.map((job) => news.find(({ id }) => id === job.id) ?? job)];
  useProgress(jobs, learn);
  return (
    <Page title={words.title}>
      <ExportForm onStarted={learn} />
      {jobs.length > 0 && <ExportTable jobs={jobs} />}
      {list.items === undefined ? (
        list.failure === undefined ? (
          <Waiting />
        ) : (
          <Failed failure={list.failure} onRetry={list.again} />
        )
      ) : (
        <>
          {jobs.length === 0 && (
            <Empty>
              <p>{words.empty}</p>
            </Empty>
          )}
          <MoreRows list={list} />
        </>
      )}
    </Page>
  );
}

/** Exports of the whole centre: asked for here, made in the background, downloaded when they are ready. */
export function ExportsPage(): VNode {
  return staff.may('list-exports') ? <ExportsHere /> : <NotAllowed />;
}
