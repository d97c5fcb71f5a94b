import type { VNode } from 'preact';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { Flash } from '../../../shared/staff/flash.tsx';
import { centrePatient } from '../../../shared/words/en/centre-patient.ts';
import { centreSharing } from '../../../shared/words/en/centre-sharing.ts';
import { ActLink } from '../../parts/act-link.tsx';
import { MonthEntries } from '../../parts/month-entries.tsx';
import { MonthGrid } from '../../parts/month-grid.tsx';
import { MonthHead } from '../../parts/month-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlanLines } from '../../parts/plan-lines.tsx';
import { SharedDiary } from '../../parts/shared-diary.tsx';
import { staff } from '../../parts/staff.ts';

const words = centreSharing.shared;

/** A month of a diary that another centre shares, with what this centre recorded open to correction. */
export function SharedDiaryPage({ params }: PageProps): VNode {
  const { c = '', p = '' } = params;
  const at = `/shared/${c}/${p}`;
  return (
    <SharedDiary params={params} back="/shared">
      {({ view, show }) => (
        <>
          <Flash />
          {view.shared.mayRecord && (
            <div class="buttons">
              <ActLink act="put-shared-treatment" href={`${at}/record`} label={words.record} button />
            </div>
          )}
          {view.plan !== undefined && (
            <Panel id="plan" title={words.plan}>
              <PlanLines plan={view.plan} />
            </Panel>
          )}
          <section aria-labelledby="diary-title" class="panel panel-month">
            <MonthHead month={view.month} show={show} />
            <MonthGrid view={view} />
            <MonthEntries
              view={view}
              acts={(entry, about) =>
                view.shared.mayRecord &&
                entry.ours === true &&
                entry.voided === undefined &&
                staff.may('put-shared-treatment') ? (
                  <a
                    href={`${at}/entries/${view.month}/${entry.id}`}
                    aria-label={centrePatient.month.correctOf(about)}
                  >
                    {centrePatient.month.correct}
                  </a>
                ) : null
              }
            />
          </section>
        </>
      )}
    </SharedDiary>
  );
}
