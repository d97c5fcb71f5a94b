import { useEffect, useState } from 'preact/hooks';
import type { ListedProduct } from 'virtual:products';
import type { Failure } from '../../shared/api/failure.ts';
import { router } from '../../shared/router/router.ts';
import { useForm } from '../../shared/forms/use-form.ts';
import { treatmentFieldWords, treatmentWords } from '../../shared/words/en/treatment.ts';
import { amountWords } from '../../shared/words/en/entry.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
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

const isDoubledHour = ({ fields }: Failure): boolean =>
  fields.some(({ reason }) => reason === 'doubled-hour');

/** The treatment form's state and its saving: errors before sending, questions, conflicts, the draft. */
export function useTreatmentForm({ view, link, draft, products, version }: Given) {
  const form = useForm(draft.start);
  const [questions, setQuestions] = useState<readonly string[]>([]);
  const [asksFold, setAsksFold] = useState(draft.start.fold !== '');
  const { values } = form;
  useEffect(() => {
    if (values !== draft.start) draft.keep(values);
  }, [values]);
  const send = async (passed: readonly string[]): Promise<void> => {
    const body = { ...treatmentBody(values), passed: [...passed] };
    const outcome = await saveEntry({ route: 'put-treatment', link, id: values.id, version, body, draft });
    setQuestions([]);
    if (outcome.ok) {
      draft.forget();
      const name = products.find(({ id }) => id === values.productId)?.name ?? values.otherName;
      const what = treatmentWords.what(name, amountWords(body.amount));
      finishSave({
        what,
        id: values.id,
        version: outcome.value.version,
        day: values.date,
        folder: 'treatments',
      });
      router.go('/');
    } else if (outcome.failure.code === 'question') {
      setQuestions([...new Set(outcome.failure.questions.map(({ reason }) => reason))]);
    } else {
      setAsksFold(asksFold || isDoubledHour(outcome.failure));
      form.refuseWith(outcome.failure, treatmentFieldWords, idsOf(values));
    }
  };
  const submit = async (): Promise<void> => {
    const product = products.find(({ id }) => id === values.productId);
    const errors = treatmentErrors(values, product);
    if (Object.keys(errors).length > 0) form.refuse(errors);
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
