import type { VNode } from 'preact';
import type { PlanHistory } from '#contracts/stock.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { addDays } from '../../shared/dates/days.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { planWords as words } from '../../shared/words/en/plan.ts';
import { reminderWords } from '../../shared/words/en/reminders.ts';
import { DiaryPage, type OpenDiary } from '../parts/diary-page.tsx';
import { regimenWords } from './regimen-words.ts';

type Plan = PlanHistory['plans'][number];

function PlanCard({ plan, until }: { readonly plan: Plan; readonly until: string | undefined }): VNode {
  const from = dayWords.middle(plan.effectiveOn);
  return (
    <li class="card">
      <p>
        <strong>{until === undefined ? words.from(from) : words.fromTo(from, dayWords.middle(until))}</strong>
      </p>
      {plan.regimens.length === 0 && <p>{words.noRegimens}</p>}
      {plan.regimens.map((regimen, place) => (
        <p key={place}>
          {words.kind[regimen.kind]}: {regimenWords(regimen, plan.products[regimen.productId] ?? '')}
        </p>
      ))}
    </li>
  );
}

function Plans({ link }: OpenDiary): VNode {
  const { centre: c, patient: p } = link;
  const { value, failure, again } = useCall('get-plans', { params: { c, p } });
  if (value === undefined)
    return failure === undefined ? <Waiting /> : <Failed failure={failure} onRetry={() => void again()} />;
  const { plans, today } = value;
  const place = plans.findIndex(({ effectiveOn }) => effectiveOn <= today);
  const now = place === -1 ? plans.length : place;
  const sections = [
    { title: words.ahead, from: 0, to: now },
    { title: words.inForce, from: now, to: now + 1 },
    { title: words.before, from: now + 1, to: plans.length },
  ].filter(({ from, to }) => from < Math.min(to, plans.length));
  const untilOf = (index: number): string | undefined => {
    const next = plans[index - 1];
    return next === undefined ? undefined : addDays(next.effectiveOn, -1);
  };
  return (
    <>
      {plans.length === 0 && <p>{words.none}</p>}
      {sections.map(({ title, from, to }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <ul class="entries">
            {plans.slice(from, to).map((plan, index) => (
              <PlanCard key={plan.id} plan={plan} until={untilOf(from + index)} />
            ))}
          </ul>
        </section>
      ))}
      <p>{words.ask}</p>
      <p>
        <a href="/reminders">{reminderWords.open}</a>
      </p>
    </>
  );
}

/** The plan in force, those before and any to come; plans never change, so each stays as it was. */
export function PlanPage(): VNode {
  return <DiaryPage title={words.title}>{(diary) => <Plans {...diary} />}</DiaryPage>;
}
