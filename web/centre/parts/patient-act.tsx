import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import type { RouteName } from '#contracts/routes.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { NotAllowed } from '../../shared/staff/not-allowed.tsx';
import { PatientStrip } from './patient-strip.tsx';
import { staff } from './staff.ts';

interface Props {
  readonly patient: string;
  readonly title: string;
  /** The route the act calls: who may not call it isn't shown the form. */
  readonly act: RouteName;
  readonly wide?: boolean;
  readonly children: (patient: Patient) => VNode;
}

/** The page of one act for one patient: who it is about stays in sight, so that it isn't done for another. */
export function PatientAct({ patient, title, act, wide = false, children }: Props): VNode {
  const reading = useCall('get-patient', { params: { p: patient } });
  if (!staff.may(act)) return <NotAllowed back={`/patients/${patient}`} />;
  return (
    <Page title={title} back={`/patients/${patient}`} narrow={!wide}>
      {reading.value !== undefined ? (
        <>
          <PatientStrip patient={reading.value} />
          {children(reading.value)}
        </>
      ) : reading.failure !== undefined ? (
        <Failed failure={reading.failure} onRetry={() => void reading.again()} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}
