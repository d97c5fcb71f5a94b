import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ExportJob } from '#contracts/centre.ts';
import { api } from '../../shared/api/api.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { Tag } from '../../shared/components/tag.tsx';
import { centreSettings } from '../../shared/words/en/centre-settings.ts';
import { dayText } from './day-text.ts';

const words = centreSettings.exports;
const kinds = { waiting: 'plain', running: 'plain', ready: 'good', failed: 'urgent', gone: 'plain' } as const;

interface RowProps {
  readonly job: ExportJob;
  readonly onDownload: (id: string) => void;
}

function Row({ job, onDownload }: RowProps): VNode {
  const period = words.period(dayText(job.from), dayText(job.to));
  return (
    <tr>
      <th scope="row">{period}</th>
      <td class="quiet">{words.asked(dayText(job.askedAt), job.askedBy)}</td>
      <td>
        <Tag kind={kinds[job.state]}>{words.states[job.state]}</Tag>{' '}
        {job.rows !== undefined && <span class="quiet">{words.rows(job.rows)}</span>}
        {job.state === 'failed' && <p class="quiet">{words.failedText}</p>}
      </td>
      <td>
        {job.state === 'ready' && (
          <button
            type="button"
            class="button button-second button-small"
            aria-label={words.downloadOf(period)}
            onClick={() => {
              onDownload(job.id);
            }}
          >
            {words.download}
          </button>
        )}
      </td>
    </tr>
  );
}

/** The exports with their state; a download link is signed only when it is asked for. */
export function ExportTable({ jobs }: { readonly jobs: readonly ExportJob[] }): VNode {
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [done, setDone] = useState(false);
  const download = async (id: string): Promise<void> => {
    const outcome = await api('get-export', { params: { id } });
    setFailure(outcome.ok ? undefined : outcome.failure);
    if (!outcome.ok || outcome.value.link === undefined) return;
    setDone(true);
    window.location.assign(outcome.value.link);
  };
  const { columns } = words;
  return (
    <>
      {done && (
        <Notice kind="success" live>
          <p>{words.downloaded}</p>
        </Notice>
      )}
      {failure !== undefined && <Failed failure={failure} />}
      <table class="table table-cards">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.period}</th>
            <th scope="col">{columns.asked}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.act}</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <Row key={job.id} job={job} onDownload={(id) => void download(id)} />
          ))}
        </tbody>
      </table>
    </>
  );
}
