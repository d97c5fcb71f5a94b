import type { VNode } from 'preact';
import type { Plan } from '#contracts/plan.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { centrePlan } from '../../shared/words/en/centre-plan.ts';
import { amountText } from '../model/entry-text.ts';
import { regimenInWords } from '../model/regimen-in-words.ts';
import { dayText } from './day-text.ts';
import { productName, useProducts } from './products.ts';

const words = centrePatient.plan;
const weekday = (number: number): string => dayWords.weekday(number).slice(0, 3);

/** A plan's regimens in words, with its day and weight. */
export function PlanLines({ plan }: { readonly plan: Plan }): VNode {
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
