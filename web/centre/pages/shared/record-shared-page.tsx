import type { VNode } from 'preact';
import type { SharedMonth } from '#contracts/sharing.ts';
import { Waiting } from '../../../shared/components/waiting.tsx';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { NotAllowed } from '../../../shared/staff/not-allowed.tsx';
import { centreSharing } from '../../../shared/words/en/centre-sharing.ts';
import { BleedForm } from '../../parts/bleed-form.tsx';
import { useProducts } from '../../parts/products.ts';
import { RecordTabs } from '../../parts/record-tabs.tsx';
import { SharedDiary } from '../../parts/shared-diary.tsx';
import { staff } from '../../parts/staff.ts';
import { TreatmentForm } from '../../parts/treatment-form.tsx';

const words = centreSharing.shared;
const KINDS = ['treatment', 'bleed'] as const;

interface Props {
  readonly view: SharedMonth;
  readonly onSaved: () => void;
}

function Forms({ view, onSaved }: Props): VNode {
  const products = useProducts();
  if (products === undefined) return <Waiting />;
  const context = {
    patient: view.shared.patient,
    sharedBy: view.shared.centre,
    view,
    source: 'staff' as const,
  };
  return (
    <RecordTabs
      label={words.kinds.label}
      kinds={KINDS}
      names={words.kinds}
      onSaved={onSaved}
      form={(kind, saved) =>
        kind === 'treatment' ? (
          <TreatmentForm {...context} onSaved={saved} products={products} />
        ) : (
          <BleedForm {...context} onSaved={saved} />
        )
      }
    />
  );
}

/** Records a treatment or a bleed in a diary that another centre shares. */
export function RecordSharedPage({ params }: PageProps): VNode {
  const at = `/shared/${params['c'] ?? ''}/${params['p'] ?? ''}`;
  if (!staff.may('put-shared-treatment')) return <NotAllowed back={at} />;
  return (
    <SharedDiary params={params} title={words.recordTitle} back={at}>
      {({ view, again }) => (
        <>
          <p>{words.notes(view.shared.centreName)}</p>
          <Forms view={view} onSaved={again} />
        </>
      )}
    </SharedDiary>
  );
}
