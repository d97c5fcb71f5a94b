import type { VNode } from 'preact';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import type { PageProps } from '../../shared/router/routes.tsx';
import { StockPanel } from '../../shared/stock/stock-panel.tsx';
import { stockWords as words } from '../../shared/words/en/stock.ts';
import { staff } from '../parts/staff.ts';

/** What a patient has at home, and telling of a delivery for them. */
export function StockPage({ params }: PageProps): VNode {
  const p = params['p'] ?? '';
  const stock = useCall('get-patient-stock', { params: { p } });
  return (
    <Page title={words.centreTitle} back={`/patients/${p}`}>
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
        />
      )}
    </Page>
  );
}
