import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Patient } from '#contracts/patient.ts';
import type { FieldProblem } from '#contracts/problem.ts';
import { planInForce } from '#domain/plan.ts';
import { newId } from '../../shared/api/new-id.ts';
import { failure } from '../../shared/api/failure.ts';
import { Questions } from '../../shared/components/questions.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import type { PageProps } from '../../shared/router/routes.tsx';
import { namesOf, optional, required } from '../../shared/staff/asked.tsx';
import { goWith } from '../../shared/staff/flash.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import type { FieldWords } from '../../shared/words/en/problems.ts';
import { centrePlan as words } from '../../shared/words/en/centre-plan.ts';
import {
  draftedPlan,
  emptyRegimen,
  type PlanDraft,
  type RegimenDraft,
  regimenDraftOf,
} from '../model/plan-draft.ts';
import { today } from '../parts/day-text.ts';
import { PatientAct } from '../parts/patient-act.tsx';
import { useProducts } from '../parts/products.ts';
import { questionText } from '../parts/question-text.ts';
import { RegimenFields } from '../parts/regimen-fields.tsx';

const regimenNames = (index: number): [string, { readonly label: string }][] => {
  const at = `regimens-${String(index)}`;
  return [
    [`${at}-productId`, words.product],
    [`${at}-amount-value`, words.amountEmpty],
    [`${at}-schedule-weekdays`, words.weekdays],
    [`${at}-anchor`, words.anchor],
  ];
};

/** What the fields say when they are empty; the blocks of regimens repeat. */
const planNames = (regimens: number): FieldWords =>
  namesOf({
    effectiveOn: words.effectiveOn,
    weighedOn: words.weighedOn,
    ...Object.fromEntries(Array.from({ length: regimens }, (_, index) => regimenNames(index)).flat()),
  });

/** The next plan starts from the one in force: most changes are of one amount. */
function initialPlan(patient: Patient): PlanDraft {
  const day = today();
  const plan = planInForce(patient.plans, day);
  const regimens = plan?.regimens.map((regimen) => regimenDraftOf(regimen, newId(), day)) ?? [];
  return {
    effectiveOn: day,
    weightKg: plan?.weightKg === undefined ? '' : String(plan.weightKg),
    weighedOn: plan?.weighedOn ?? '',
    regimens: regimens.length === 0 ? [emptyRegimen(newId(), day)] : regimens,
  };
}

function PlanForm({ patient }: { readonly patient: Patient }): VNode {
  const products = useProducts();
  const form = useForm<PlanDraft>(() => initialPlan(patient));
  const { regimens, effectiveOn } = form.values;
  const [questions, setQuestions] = useState<readonly FieldProblem[]>([]);
  const own = planNames(regimens.length);
  const save = useAct('put-plan', form, own);
  const send = async (passed: string[]): Promise<void> => {
    const drafted = draftedPlan(form.values, passed);
    if (!drafted.ok) {
      form.refuseWith({ ...failure('invalid'), fields: drafted.fields }, own);
      return;
    }
    const outcome = await save(({ id, mutationId }) => ({
      params: { p: patient.id, id },
      body: { mutationId, ...drafted.body },
    }));
    if (outcome.ok) goWith(`/patients/${patient.id}`, words.saved);
    else setQuestions(outcome.failure.questions);
  };
  const change = (key: string) => (part: Partial<RegimenDraft>) => {
    form.set({ regimens: regimens.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  };
  if (products === undefined) return <Waiting />;
  return (
    <Form form={form} onSubmit={() => send([])}>
      <p>{words.intro}</p>
      <div class="row">
        <TextField {...form.text('effectiveOn')} {...required(words.effectiveOn)} type="date" width={10} />
        <TextField {...form.text('weightKg')} {...optional(words.weightKg)} inputMode="decimal" width={5} />
        <TextField {...form.text('weighedOn')} {...optional(words.weighedOn)} type="date" width={10} />
      </div>
      {regimens.map((regimen, index) => (
        <RegimenFields
          key={regimen.key}
          regimen={regimen}
          index={index}
          errors={form.errors}
          products={products}
          onChange={change(regimen.key)}
          onRemove={() => {
            form.set({ regimens: regimens.filter(({ key }) => key !== regimen.key) });
          }}
        />
      ))}
      {regimens.length === 0 && <p>{words.noRegimens}</p>}
      <div class="buttons">
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            form.set({ regimens: [...regimens, emptyRegimen(newId(), effectiveOn)] });
          }}
        >
          {words.add}
        </button>
      </div>
      {questions.length > 0 ? (
        <Questions
          questions={questions.map(questionText)}
          busy={form.busy}
          onPass={() => void form.run(() => send(questions.map(({ reason }) => reason)))}
          onBack={() => {
            setQuestions([]);
          }}
        />
      ) : (
        <Submit form={form}>{words.submit}</Submit>
      )}
    </Form>
  );
}

/** Sets a new plan; the earlier ones stay as they were. */
export function PlanPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="put-plan" wide>
      {(patient) => <PlanForm patient={patient} />}
    </PatientAct>
  );
}
