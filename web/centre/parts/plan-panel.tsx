import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { planInForce } from '#domain/plan.ts';
import { More } from '../../shared/components/more.tsx';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { ActLink } from './act-link.tsx';
import { today } from './day-text.ts';
import { Panel } from './panel.tsx';
import { PlanLines } from './plan-lines.tsx';

const words = centrePatient.plan;
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
