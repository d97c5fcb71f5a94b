import { useEffect, useState } from 'preact/hooks';
import type { ListedProduct } from 'virtual:products';
import { formatAmount } from '#domain/format-amount.ts';
import { failure, type Failure } from '../../shared/api/failure.ts';
import { router } from '../../shared/router/router.ts';
import { useForm } from '../../shared/forms/use-form.ts';
import { treatmentFieldWords, treatmentWords } from '../../shared/words/en/treatment.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { isDoubledHour } from '../parts/is-doubled-hour.ts';
import { finishSave } from '../state/finish-save.ts';
import type { Draft } from '../state/draft.ts';
import { saveEntry } from '../state/save-entry.ts';
import { treatmentBody, treatmentErrors } from './treatment-body.ts';
import type { TreatmentValues } from './treatment-values.ts';

interface Given extends OpenDiary {
  readonly draft: Draft<TreatmentValues>;
  readonly products: readonly ListedProduct[];
  readonly version?: number | undefined;
}

/** Fetched when the form opens, used when it is saved. */
const loadPlausible = () => import('./plausible.ts');

/** The API's pointers as the ids of this form's fields. */
const idsOf = ({ containers }: TreatmentValues): Record<string, string> => ({
  when: 'time',
  'when-local': 'time',
  'when-zone': 'zone',
  product: 'productId',
  'product-id': 'productId',
  'product-name': 'otherName',
  'amount-value': 'amount',
  'amount-unit': 'amount',
  'amount-moiety': 'amount',
  'newBleed-startedAt': 'newBleed-time',
  'newBleed-startedAt-local': 'newBleed-time',
  containers: 'containers-0-strength',
  ...Object.fromEntries(
    containers.flatMap((_container, index) => {
      const at = `containers-${String(index)}`;
      return [
        [at, `${at}-strength`],
        [`${at}-batch-number`, `${at}-batch`],
        [`${at}-batch-reason`, `${at}-unknownReason`],
        [`${at}-batch-kind`, `${at}-batch`],
      ];
    }),
  ),
});

/** The treatment form's state and its saving: errors before sending, questions, conflicts, the draft. */
export function useTreatmentForm({ view, link, draft, products, version }: Given) {
  const form = useForm(draft.start);
  const [questions, setQuestions] = useState<readonly string[]>([]);
  const [asksFold, setAsksFold] = useState(draft.start.fold !== '');
  const { values } = form;
  useEffect(() => {
    if (values !== draft.start) draft.keep(values);
  }, [values]);
  // A failure here shows itself when saving, which loads it again.
  useEffect(() => void loadPlausible().catch(() => undefined), []);
  const refuse = (why: Failure): void => {
    setAsksFold(asksFold || isDoubledHour(why));
    form.refuseWith(why, treatmentFieldWords, idsOf(values));
  };
  const send = async (passed: readonly string[]): Promise<void> => {
    const body = { ...treatmentBody(values), passed: [...passed] };
    const outcome = await saveEntry({ route: 'put-treatment', link, id: values.id, version, body, draft });
    setQuestions([]);
    if (outcome.ok) {
      draft.forget();
      const name = products.find(({ id }) => id === values.productId)?.name ?? values.otherName;
      const what = treatmentWords.what(name, formatAmount(body.amount));
      finishSave({
        what,
        id: values.id,
        version: outcome.value.version,
        newBleedId: body.newBleed?.id,
        day: values.date,
        folder: 'treatments',
      });
      router.go('/');
    } else if (outcome.failure.code === 'question') {
      setQuestions([...new Set(outcome.failure.questions.map(({ reason }) => reason))]);
    } else {
      refuse(outcome.failure);
    }
  };
  const submit = async (): Promise<void> => {
    const product = products.find(({ id }) => id === values.productId);
    const errors = treatmentErrors(values, product);
    if (Object.keys(errors).length > 0) {
      form.refuse(errors);
      return;
    }
    const body = treatmentBody(values);
    const findings = await loadPlausible().then(
      ({ checkBeforeSaving }) => checkBeforeSaving({ id: values.id, body, view, products }),
      // Without a connection the API can't be reached either: the save will say so.
      () => ({ fields: [], questions: [] }),
    );
    if (findings.fields.length > 0) refuse({ ...failure('invalid'), fields: findings.fields });
    else if (findings.questions.length > 0) setQuestions(findings.questions.map(({ reason }) => reason));
    else await send([]);
  };
  return {
    form,
    asksFold,
    questions,
    submit,
    pass: () => form.run(() => send(questions)),
    /** Back to the form from the questions. */
    reconsider: () => {
      setQuestions([]);
    },
    view,
  };
}
