import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { formatAmount } from '#domain/format-amount.ts';
import { planInForce } from '#domain/plan.ts';
import { Waiting } from '../../../shared/components/waiting.tsx';
import { dayWords } from '../../../shared/dates/day-words.ts';
import { PaperChoices } from '../../../shared/paper/paper-choices.tsx';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { centreActs } from '../../../shared/words/en/centre-acts.ts';
import { centrePlan } from '../../../shared/words/en/centre-plan.ts';
import { paperWords as words } from '../../../shared/words/en/paper.ts';
import { regimenInWords } from '../../model/regimen-in-words.ts';
import { dayText, today } from '../../parts/day-text.ts';
import { PatientAct } from '../../parts/patient-act.tsx';
import { productName, useProducts } from '../../parts/products.ts';
import { staff } from '../../parts/staff.ts';

function Forms({ patient }: { readonly patient: Patient }): VNode {
  const products = useProducts();
  if (products === undefined) return <Waiting />;
  const centre = staff.me.value?.centre;
  return (
    <PaperChoices
      today={today()}
      text={centreActs.printForms}
      known={{
        name: `${patient.givenName} ${patient.familyName}`,
        number: patient.centreNumber ?? '',
        plans: patient.plans,
        planWords: (on) =>
          (planInForce(patient.plans, on)?.regimens ?? []).map((regimen) =>
            [
              `${centrePlan.kind[regimen.kind]}: ${productName(products, regimen.productId)}`,
              formatAmount(regimen.amount),
              regimenInWords(regimen, dayText, (weekday) => dayWords.weekday(weekday)),
            ].join(' '),
          ),
        productName: (id) => productName(products, id),
        centre: [centre?.name, ...(centre?.address ?? '').split('\n')].filter((line) => line).join(', '),
        emergencyPhone: centre?.emergencyPhone ?? '',
      }}
    />
  );
}

/** Forms for somebody without internet: what comes back is typed in from them, in the order of their columns. */
export function PrintFormsPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="put-patient-treatment" wide>
      {(patient) => <Forms patient={patient} />}
    </PatientAct>
  );
}
