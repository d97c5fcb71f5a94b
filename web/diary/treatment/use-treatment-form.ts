import { useEffect, useState } from 'preact/hooks';
import type { ListedProduct } from 'virtual:products';
import { formatAmount } from '#domain/format-amount.ts';
import { failure, type Failure } from '../../shared/api/failure.ts';
import { useForm } from '../../shared/forms/use-form.ts';
import { treatmentFieldWords, treatmentWords } from '../../shared/words/en/treatment.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { isDoubledHour } from '../parts/is-doubled-hour.ts';
import { keptPacks } from '../state/device/kept-packs.ts';
import { finishSave } from '../state/finish-save.ts';
import type { Draft } from '../state/draft.ts';
import { useEntrySave } from '../state/use-entry-save.ts';
import { treatmentBody, treatmentErrors, type TreatmentUnsent } from './treatment-body.ts';
import type { TreatmentValues } from './treatment-values.ts';

interface Given extends OpenDiary {
  readonly draft: Draft<TreatmentValues>;
  readonly products: readonly ListedProduct[];
  readonly version?: number | undefined;
  /** Besides what every save does: for a sheet, closing itself. */
  readonly onSaved?: () => void;
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

/** What the scanned boxes of a treatment were. */
const packsOf = ({ product, containers }: TreatmentUnsent) =>
  containers.flatMap(({ gtin, strength }) =>
    gtin === undefined || product.kind === 'other' ? [] : [{ gtin, strength, productId: product.id }],
  );

/** The treatment form's state and its saving: errors before sending, the domain's questions, the API's. */
export function useTreatmentForm({ view, link, draft, products, version, onSaved }: Given) {
  const form = useForm(draft.start);
  const [asksFold, setAsksFold] = useState(draft.start.fold !== '');
  const { values } = form;
  const product = products.find(({ id }) => id === values.productId);
  // A failure here shows itself when saving, which loads it again.
  useEffect(() => void loadPlausible().catch(() => undefined), []);
  const refused = (why: Failure): void => {
    setAsksFold(asksFold || isDoubledHour(why));
    form.refuseWith(why, treatmentFieldWords, idsOf(values));
  };
  const saved = (savedVersion: number, body: TreatmentUnsent, how: 'sent' | 'kept'): void => {
    finishSave({
      what: treatmentWords.what(product?.name ?? values.otherName, formatAmount(body.amount)),
      id: values.id,
      version: savedVersion,
      newBleedId: body.newBleed?.id,
      day: values.date,
      folder: 'treatments',
      how,
    });
    void keptPacks.keep(packsOf(body));
    onSaved?.();
  };
  const save = useEntrySave({
    route: 'put-treatment',
    link,
    form,
    draft,
    version,
    bodyOf: treatmentBody,
    refused,
    saved,
  });
  const submit = async (): Promise<void> => {
    const errors = treatmentErrors(values, product);
    if (Object.keys(errors).length > 0) {
      form.refuse(errors);
      return;
    }
    const findings = await loadPlausible().then(
      (module) => module.checkBeforeSaving({ id: values.id, body: treatmentBody(values), view, products }),
      // Without a connection the API can't be reached either: the save will say so.
      () => ({ fields: [], questions: [] }),
    );
    if (findings.fields.length > 0) refused({ ...failure('invalid'), fields: findings.fields });
    else if (findings.questions.length > 0) save.ask(findings.questions.map(({ reason }) => reason));
    else await save.send();
  };
  return { form, asksFold, save, submit };
}
