import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Patient } from '#contracts/patient.ts';
import type { MonthView } from '#contracts/diary.ts';
import { ENTRY_KINDS, type EntryKind } from '#domain/vocabulary.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { monthOf } from '../../shared/dates/days.ts';
import { Radios } from '../../shared/forms/radios.tsx';
import type { PageProps } from '../../shared/router/routes.tsx';
import { required } from '../../shared/staff/asked.tsx';
import { choicesOf } from '../../shared/staff/choices-of.ts';
import { chosen } from '../../shared/staff/chosen.ts';
import { Flash } from '../../shared/staff/flash.tsx';
import { centreRecord as words } from '../../shared/words/en/centre-record.ts';
import { BleedForm } from '../parts/bleed-form.tsx';
import { today } from '../parts/day-text.ts';
import { PatientAct } from '../parts/patient-act.tsx';
import { ConfirmationForm, NotTakenForm } from '../parts/period-forms.tsx';
import { useProducts } from '../parts/products.ts';
import { RecordTabs } from '../parts/record-tabs.tsx';
import { TreatmentForm } from '../parts/treatment-form.tsx';

const sources = ['paper', 'staff'] as const;

interface Props {
  readonly patient: Patient;
  readonly view: MonthView;
  readonly onSaved: () => void;
}

function Transcription({ patient, view, onSaved }: Props): VNode {
  const products = useProducts();
  const [source, setSource] = useState<(typeof sources)[number]>(
    patient.channel === 'paper' ? 'paper' : 'staff',
  );
  if (products === undefined) return <Waiting />;
  const form = (kind: EntryKind, saved: (text: string) => void): VNode => {
    const context = { patient: patient.id, view, source, onSaved: saved };
    switch (kind) {
      case 'treatment':
        return <TreatmentForm {...context} products={products} />;
      case 'bleed':
        return <BleedForm {...context} />;
      case 'not-taken':
        return <NotTakenForm {...context} />;
      case 'confirmation':
        return <ConfirmationForm {...context} />;
    }
  };
  return (
    <RecordTabs
      label={words.tabs.label}
      kinds={ENTRY_KINDS}
      names={words.tabs}
      onSaved={onSaved}
      form={form}
      aside={
        <Radios
          id="source"
          value={source}
          onValue={(value) => {
            setSource(chosen(sources, value) ?? 'paper');
          }}
          {...required(words.source)}
          choices={choicesOf(sources, words.source)}
        />
      }
    />
  );
}

function Record({ patient }: { readonly patient: Patient }): VNode {
  const month = monthOf(today());
  const reading = useCall('get-patient-month', { params: { p: patient.id }, query: { month } });
  if (reading.value !== undefined) {
    return <Transcription patient={patient} view={reading.value} onSaved={() => void reading.again()} />;
  }
  if (reading.failure !== undefined)
    return <Failed failure={reading.failure} onRetry={() => void reading.again()} />;
  return <Waiting />;
}

/** Typing in what somebody wrote on paper or told the centre. */
export function RecordPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="put-patient-treatment" wide>
      {(patient) => (
        <>
          <Flash />
          <p class="quiet">{words.keys}</p>
          <Record patient={patient} />
        </>
      )}
    </PatientAct>
  );
}
