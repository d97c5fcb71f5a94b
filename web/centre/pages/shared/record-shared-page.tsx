import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SharedMonth } from '#contracts/sharing.ts';
import { Waiting } from '../../../shared/components/waiting.tsx';
import { announce } from '../../../shared/components/announce.ts';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { NotAllowed } from '../../../shared/staff/not-allowed.tsx';
import { centreRecord } from '../../../shared/words/en/centre-record.ts';
import { centreSharing } from '../../../shared/words/en/centre-sharing.ts';
import { BleedForm } from '../../parts/bleed-form.tsx';
import { useProducts } from '../../parts/products.ts';
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
  const [kind, setKind] = useState<(typeof KINDS)[number]>('treatment');
  const [saved, setSaved] = useState<readonly string[]>([]);
  if (products === undefined) return <Waiting />;
  const context = {
    patient: view.shared.patient,
    sharedBy: view.shared.centre,
    view,
    source: 'staff' as const,
    onSaved: (text: string) => {
      setSaved((now) => [text, ...now]);
      announce(`${text}. ${centreRecord.saved}`);
      onSaved();
    },
  };
  return (
    <div class="record-grid">
      <div>
        <div class="tabs" role="group" aria-label={words.kinds.label}>
          {KINDS.map((one) => (
            <button
              key={one}
              type="button"
              class="button button-quiet"
              aria-pressed={one === kind}
              onClick={() => {
                setKind(one);
              }}
            >
              {words.kinds[one]}
            </button>
          ))}
        </div>
        {kind === 'treatment' ? (
          <TreatmentForm {...context} products={products} />
        ) : (
          <BleedForm {...context} />
        )}
      </div>
      <aside aria-labelledby="just-saved" class="panel">
        <h2 id="just-saved">{centreRecord.justSaved}</h2>
        {saved.length === 0 ? (
          <p class="quiet">{centreRecord.nothingYet}</p>
        ) : (
          <ol reversed>
            {saved.map((text, index) => (
              <li key={saved.length - index}>{text}</li>
            ))}
          </ol>
        )}
      </aside>
    </div>
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
