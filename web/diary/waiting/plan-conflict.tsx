import type { VNode } from 'preact';
import type { PlanHistory } from '#contracts/stock.ts';
import { planInForce } from '#domain/plan.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { planWords } from '../../shared/words/en/plan.ts';
import { regimenWords } from '../plan/regimen-words.ts';
import { dayOf } from '../state/outbox/entry-of-item.ts';
import type { Item } from '../state/outbox/item.ts';

type Plan = PlanHistory['plans'][number];

function OnePlan({ title, plan, none }: { title: string; plan: Plan | undefined; none: string }): VNode {
  return (
    <section class="version">
      <h3>{title}</h3>
      {plan === undefined && <p>{none}</p>}
      {plan !== undefined && <p>{words.plan.since(dayWords.middle(plan.effectiveOn))}</p>}
      {plan?.regimens.length === 0 && <p>{planWords.noRegimens}</p>}
      {plan?.regimens.map((regimen, place) => (
        <p key={place}>
          {planWords.kind[regimen.kind]}: {regimenWords(regimen, plan.products[regimen.productId] ?? '')}
        </p>
      ))}
    </section>
  );
}

/** The plan that was known when it was recorded, and the one that is in force for its day now. */
export function PlanConflict({ item }: { readonly item: Item }): VNode {
  const { centre: c, patient: p } = item;
  const { value, failure, again } = useCall('get-plans', { params: { c, p } });
  if (value === undefined)
    return failure === undefined ? <Waiting /> : <Failed failure={failure} onRetry={() => void again()} />;
  const known = value.plans.find(({ id }) => id === item.body['knownPlan']);
  return (
    <>
      <p>{words.plan.intro}</p>
      <div class="versions">
        <OnePlan title={words.plan.known} plan={known} none={words.plan.gone} />
        <OnePlan title={words.plan.now} plan={planInForce(value.plans, dayOf(item))} none={words.plan.none} />
      </div>
    </>
  );
}
