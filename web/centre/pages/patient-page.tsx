import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { PhoneLink } from '../../shared/components/phone-link.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { lazy } from '../../shared/router/lazy.tsx';
import type { PageProps } from '../../shared/router/routes.tsx';
import { Flash } from '../../shared/staff/flash.tsx';
import { centre } from '../../shared/words/en/centre.ts';
import { centreLists } from '../../shared/words/en/centre-lists.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { ageOn } from '../model/age-on.ts';
import { ActLink } from '../parts/act-link.tsx';
import { ConsentPanel } from '../parts/consent-panel.tsx';
import { dayText, today } from '../parts/day-text.ts';
import { DeliveryPanel } from '../parts/delivery-panel.tsx';
import { DetailsPanel } from '../parts/details-panel.tsx';
import { GrantsPanel } from '../parts/grants-panel.tsx';
import { LatePanel } from '../parts/late-panel.tsx';
import { LinksPanel } from '../parts/links-panel.tsx';
import { MonthPanel } from '../parts/month-panel.tsx';
import { PlanPanel } from '../parts/plan-panel.tsx';
import { RequestsPanel } from '../parts/requests-panel.tsx';
import { WithheldPanel } from '../parts/withheld-panel.tsx';
import { RecordingPanel } from '../parts/recording-panel.tsx';

const { actions } = centrePatient;
const InsightsPanel = lazy<{ readonly patient: string }>(() =>
  import('../parts/insights-panel.tsx').then((module) => module.InsightsPanel),
);

/** Who it is, how to ring them, and what is done most. */
function Head({ patient }: { readonly patient: Patient }): VNode {
  const at = `/patients/${patient.id}`;
  const stopped = patient.recording.stage === 'stopped';
  return (
    <>
      <p class="patient-facts">
        <span>{centrePatient.born(dayText(patient.birthDate), ageOn(patient.birthDate, today()))}</span>
        <span>{centre.diagnoses[patient.diagnosis]}</span>
        <span>{centre.channels[patient.channel]}</span>
        {patient.phone !== undefined && <PhoneLink phone={patient.phone} />}
      </p>
      <div class="buttons" role="group" aria-label={actions.label}>
        {!stopped && (
          <ActLink
            act="put-patient-treatment"
            href={`${at}/record`}
            label={patient.channel === 'paper' ? actions.record : actions.recordForThem}
            button
          />
        )}
        {!stopped && patient.channel === 'paper' && (
          <ActLink act="put-paper-form" href={`${at}/paper-form`} label={actions.paper} button />
        )}
        {!stopped && (
          <ActLink act="put-patient-treatment" href={`${at}/forms`} label={actions.forms} button />
        )}
        <ActLink act="note-contact" href={`${at}/contact`} label={actions.contact} button />
        <ActLink act="get-patient-stock" href={`${at}/stock`} label={actions.stock} button />
        <ActLink act="export-patient" href={`${at}/export`} label={actions.export} button />
      </div>
    </>
  );
}

/** A patient on one screen: status and why, the diary, and everything around it. */
export function PatientPage({ params }: PageProps): VNode {
  const id = params['p'] ?? '';
  const reading = useCall('get-patient', { params: { p: id } });
  const patient = reading.value;
  const title =
    patient === undefined
      ? centreLists.roster.one
      : centrePatient.heading(patient.givenName, patient.familyName);
  return (
    <Page title={title} back="/patients" backLabel={centreLists.roster.title}>
      <Flash />
      {patient === undefined ? (
        reading.failure === undefined ? (
          <Waiting />
        ) : (
          <Failed failure={reading.failure} onRetry={() => void reading.again()} />
        )
      ) : (
        <>
          <Head patient={patient} />
          <div class="patient-grid">
            <div class="patient-status">
              <RecordingPanel patient={patient} />
              <LatePanel patient={id} />
            </div>
            <div class="patient-side">
              <PlanPanel patient={patient} />
              <DeliveryPanel patient={patient} />
              <ConsentPanel patient={patient} />
              <LinksPanel patient={patient} />
              <GrantsPanel patient={patient} />
              <RequestsPanel patient={patient} />
              <WithheldPanel patient={patient} />
              <DetailsPanel patient={patient} />
            </div>
            <div class="patient-month">
              <MonthPanel
                patient={id}
                withheld={patient.withheld.filter(({ what }) => what === 'entry').map(({ about }) => about)}
              />
              <InsightsPanel patient={id} />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}
