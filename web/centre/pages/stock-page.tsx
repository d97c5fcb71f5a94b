import type { VNode } from 'preact';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import type { PageProps } from '../../shared/router/routes.tsx';
import { StockPanel } from '../../shared/stock/stock-panel.tsx';
import { centreRecalls } from '../../shared/words/en/centre-recalls.ts';
import { stockWords as words } from '../../shared/words/en/stock.ts';
import { PatientAct } from '../parts/patient-act.tsx';
import { staff } from '../parts/staff.ts';

function Stock({ patient: p }: { readonly patient: string }): VNode {
  const stock = useCall('get-patient-stock', { params: { p } });
  return (
    <>
      <p>{words.centreText}</p>
      {stock.value === undefined ? (
        stock.failure === undefined ? (
          <Waiting />
        ) : (
          <Failed failure={stock.failure} onRetry={() => void stock.again()} />
        )
      ) : (
        <StockPanel
          key={p}
          place={{ of: 'patient', p }}
          view={stock.value}
          mayTell={staff.may('put-patient-delivered')}
          again={stock.again}
          recalledText={centreRecalls.shelf}
        />
      )}
    </>
  );
}

/** What a patient has at home, and telling of a delivery for them: whose boxes they are stays in sight. */
export function StockPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.centreTitle} act="get-patient-stock">
      {(patient) => <Stock patient={patient.id} />}
    </PatientAct>
  );
}
