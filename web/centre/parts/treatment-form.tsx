import type { ListedProduct } from 'virtual:products';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Treatment } from '#contracts/entries.ts';
import { Form } from '../../shared/forms/form.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { namesOf } from '../../shared/staff/asked.tsx';
import { centreRecord } from '../../shared/words/en/centre-record.ts';
import {
  draftedTreatment,
  emptyTreatment,
  linesLike,
  nextTreatment,
  type TreatmentDraft,
} from '../model/treatment-draft.ts';
import { treatmentDraftOf } from '../model/treatment-draft-of.ts';
import { measureOf } from '../model/product-choices.ts';
import { EntryButtons } from './entry-buttons.tsx';
import type { EntryContext } from './entry-context.ts';
import { productName } from './products.ts';
import { TreatmentFields } from './treatment-fields.tsx';
import { sendTreatment } from './send-entry.ts';
import { saidWhen } from './said-when.ts';
import { useEntry } from './use-entry.ts';

const words = centreRecord.treatment;
/** As many lines of containers as the API takes. */
const mostLines = 20;
const lineNames = (index: number): [string, { readonly label: string }][] => {
  const at = `containers-${String(index)}`;
  return [
    [`${at}-batch-number`, words.batch],
    [`${at}-strength`, words.strengthEmpty],
    [`${at}-count`, words.count],
  ];
};
const own = {
  ...namesOf({ day: words.day, time: words.time, productId: words.product, reason: words.reason }),
  ...namesOf({ otherName: { label: words.product.otherName } }),
  ...namesOf(Object.fromEntries(Array.from({ length: mostLines }, (_, index) => lineNames(index)).flat())),
};

interface Props extends EntryContext {
  readonly products: readonly ListedProduct[];
  /** The entry that is corrected. */
  readonly entry?: Treatment;
}

/** A new form starts from the product of the plan, which most lines of a paper form name. */
function initial({ entry, view, products, sharedBy }: Props): TreatmentDraft {
  if (entry !== undefined) return treatmentDraftOf(entry);
  // What another centre records was given there, and not from what the patient has at home.
  const empty: TreatmentDraft =
    sharedBy === undefined ? emptyTreatment : { ...emptyTreatment, place: 'hospital', fromHomeStock: false };
  const regimen = view.plan?.regimens[0];
  const product = products.find(({ id }) => id === regimen?.productId);
  if (regimen === undefined || product === undefined) return empty;
  return {
    ...empty,
    productId: product.id,
    ...measureOf(product),
    moiety: regimen.amount.moiety,
    lines: linesLike(view.lastTreatment, product.id),
  };
}

/** One treatment, made for the keyboard: after a save only day and time are empty, and the day has the focus. */
export function TreatmentForm(props: Props): VNode {
  const { view, source, onSaved, products, entry } = props;
  const form = useForm<TreatmentDraft>(() => initial(props));
  const top = useRef<HTMLDivElement>(null);
  const entryForm = useEntry({
    form,
    zone: entry?.when.zone ?? view.homeZone,
    source,
    draft: draftedTreatment,
    own,
    ...(entry === undefined ? {} : { id: entry.id }),
    send: (id, body) => sendTreatment(props, id, body, entry),
    onSaved: (values) => {
      const product =
        values.productId === 'other' ? values.otherName : productName(products, values.productId);
      form.set(nextTreatment(values));
      top.current?.querySelector<HTMLElement>('input')?.focus();
      onSaved(`${product}, ${saidWhen(values.day, values.time)}`);
    },
  });
  return (
    <div ref={top}>
      <Form form={form} onSubmit={entryForm.save}>
        <TreatmentFields form={form} products={products} view={view} />
        <EntryButtons
          form={form}
          entry={entryForm}
          label={entry === undefined ? centreRecord.saveNext : centreRecord.saveChange}
        />
      </Form>
    </div>
  );
}
