import type { VNode } from 'preact';
import type { DiaryMonth } from '../model/diary-month.ts';
import type { Entry } from '#contracts/entries.ts';
import { Waiting } from '../../shared/components/waiting.tsx';
import type { PageProps } from '../../shared/router/routes.tsx';
import { goWith } from '../../shared/staff/flash.tsx';
import { commonWords } from '../../shared/words/en/common.ts';
import { centreRecord as words } from '../../shared/words/en/centre-record.ts';
import { BleedForm } from '../parts/bleed-form.tsx';
import { OneEntry } from '../parts/one-entry.tsx';
import { PatientAct } from '../parts/patient-act.tsx';
import { useProducts } from '../parts/products.ts';
import { TreatmentForm } from '../parts/treatment-form.tsx';

function Correction({
  patient,
  entry,
  view,
}: {
  readonly patient: string;
  readonly entry: Entry;
  readonly view: DiaryMonth;
}): VNode {
  const products = useProducts();
  const context = {
    patient,
    view,
    source: entry.source === 'paper' ? ('paper' as const) : ('staff' as const),
    onSaved: () => {
      goWith(`/patients/${patient}`, words.corrected);
    },
  };
  if (entry.kind === 'bleed') return <BleedForm {...context} entry={entry} />;
  // The other kinds are taken out and recorded again: the contract has no correction for them.
  if (entry.kind !== 'treatment') return <p>{commonWords.notFoundText}</p>;
  if (products === undefined) return <Waiting />;
  return <TreatmentForm {...context} products={products} entry={entry} />;
}

/** Corrects a treatment or a bleed; the history stays. */
export function CorrectPage({ params }: PageProps): VNode {
  const p = params['p'] ?? '';
  return (
    <PatientAct patient={p} title={words.correctTitle} act="put-patient-treatment" wide>
      {() => (
        <OneEntry patient={p} month={params['month'] ?? ''} id={params['id'] ?? ''}>
          {(entry, view) => <Correction patient={p} entry={entry} view={view} />}
        </OneEntry>
      )}
    </PatientAct>
  );
}
