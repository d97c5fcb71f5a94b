import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import type { Plan } from '#contracts/plan.ts';
import { planInForce } from '#domain/plan.ts';
import { More } from '../../shared/components/more.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { centrePlan } from '../../shared/words/en/centre-plan.ts';
import { amountText } from '../model/entry-text.ts';
import { regimenInWords } from '../model/regimen-in-words.ts';
import { productName, useProducts } from './products.ts';
import { ActLink } from './act-link.tsx';
import { dayText, today } from './day-text.ts';
import { Panel } from './panel.tsx';

const words = centrePatient.plan;
const weekday = (number: number): string => dayWords.weekday(number).slice(0, 3);

function PlanLines({ plan }: { readonly plan: Plan }): VNode {
  const products = useProducts();
  return (
    <>
      <ul class="plan-lines">
        {plan.regimens.map((regimen, index) => (
          <li key={index}>
            <strong>
              {productName(products, regimen.productId)}{' '}
              {amountText(regimen.amount.value, regimen.amount.unit)}
            </strong>{' '}
            {regimenInWords(regimen, dayText, weekday)}{' '}
            <span class="quiet">{centrePlan.kind[regimen.kind].toLowerCase()}</span>
          </li>
        ))}
        {plan.regimens.length === 0 && <li>{words.nothing}</li>}
      </ul>
      <p class="quiet">
        {words.from(dayText(plan.effectiveOn))}
        {plan.weightKg !== undefined && `, ${words.weight(String(plan.weightKg))}`}.{' '}
        {words.setOn(dayText(plan.setAt))}.
      </p>
    </>
  );
}

/** The plan in force, those that start later, and the earlier ones behind a fold. */
export function PlanPanel({ patient }: { readonly patient: Patient }): VNode {
  const day = today();
  const current = planInForce(patient.plans, day);
  const ahead = patient.plans.filter(({ effectiveOn }) => effectiveOn > day);
  const earlier = patient.plans.filter((plan) => plan !== current && plan.effectiveOn <= day);
  return (
    <Panel
      id="plan"
      title={words.title}
      act={
        <ActLink act="put-plan" href={`/patients/${patient.id}/plan`} label={centrePatient.actions.plan} />
      }
    >
      {current === undefined ? <p>{words.empty}</p> : <PlanLines plan={current} />}
      {ahead.map((plan) => (
        <div key={plan.id}>
          <h3>{words.ahead}</h3>
          <PlanLines plan={plan} />
        </div>
      ))}
      {earlier.length > 0 && (
        <More summary={words.earlier(earlier.length)}>
          {earlier.map((plan) => (
            <PlanLines key={plan.id} plan={plan} />
          ))}
        </More>
      )}
    </Panel>
  );
}
