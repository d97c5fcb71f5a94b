import type { VNode } from 'preact';
import type { SharedMonth } from '#contracts/sharing.ts';
import { Waiting } from '../../../shared/components/waiting.tsx';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { goWith } from '../../../shared/staff/flash.tsx';
import { NotAllowed } from '../../../shared/staff/not-allowed.tsx';
import { centreSharing } from '../../../shared/words/en/centre-sharing.ts';
import { commonWords } from '../../../shared/words/en/common.ts';
import { BleedForm } from '../../parts/bleed-form.tsx';
import { useProducts } from '../../parts/products.ts';
import { SharedDiary } from '../../parts/shared-diary.tsx';
import { staff } from '../../parts/staff.ts';
import { TreatmentForm } from '../../parts/treatment-form.tsx';

const words = centreSharing.shared;

function Correction({
  view,
  id,
  at,
}: {
  readonly view: SharedMonth;
  readonly id: string;
  readonly at: string;
}): VNode {
  const products = useProducts();
  const entry = view.entries.find((one) => one.id === id);
  if (entry === undefined || entry.voided !== undefined || entry.ours !== true)
    return <p>{commonWords.notFoundText}</p>;
  const context = {
    patient: view.shared.patient,
    sharedBy: view.shared.centre,
    view,
    source: 'staff' as const,
    onSaved: () => {
      goWith(at, words.saved);
    },
  };
  if (entry.kind === 'bleed') return <BleedForm {...context} entry={entry} />;
  if (entry.kind !== 'treatment') return <p>{commonWords.notFoundText}</p>;
  if (products === undefined) return <Waiting />;
  return <TreatmentForm {...context} products={products} entry={entry} />;
}

/** Corrects what this centre recorded in a shared diary. */
export function CorrectSharedPage({ params }: PageProps): VNode {
  const { c = '', p = '', id = '' } = params;
  const at = `/shared/${c}/${p}`;
  if (!staff.may('put-shared-treatment')) return <NotAllowed back={at} />;
  return (
    <SharedDiary params={params} title={words.correctTitle} back={at}>
      {({ view }) => <Correction view={view} id={id} at={at} />}
    </SharedDiary>
  );
}
