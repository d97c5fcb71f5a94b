import type { VNode } from 'preact';
import { Failed } from '../../shared/components/failed.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { treatmentWords as words } from '../../shared/words/en/treatment.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { SaveOrAsk } from '../parts/save-or-ask.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { WhenFields } from '../parts/when-fields.tsx';
import { useDraft } from '../state/draft.ts';
import { person } from '../state/me.ts';
import { months } from '../state/months.ts';
import { useProducts } from '../state/use-products.ts';
import { BatchRadios } from './batch-radios.tsx';
import { RepeatSummary } from './repeat-summary.tsx';
import { repeatDraft } from './repeat-draft.ts';
import { repeatedTreatment } from './treatment-values.ts';
import { useTreatmentForm } from './use-treatment-form.ts';

interface Props extends OpenDiary {
  readonly last: NonNullable<OpenDiary['view']['lastTreatment']>;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}
type Products = Exclude<ReturnType<typeof useProducts>, 'failed' | undefined>;

/** The sheet's form: which box, when, Save; everything else is one press further. */
function RepeatForm({ link, view, last, products, onSaved }: Props & { readonly products: Products }): VNode {
  const day = months.day.peek();
  const draft = useDraft(repeatDraft(day), () => repeatedTreatment(view, last, day));
  const { form, asksFold, save, submit } = useTreatmentForm({
    view,
    link,
    draft,
    products,
    onSaved,
  });
  const part = { values: form.values, set: form.set, errors: form.errors };
  return (
    <Form form={form} onSubmit={submit}>
      {draft.wasKept && <Notice title={words.restored} />}
      <RepeatSummary values={form.values} products={products} />
      <BatchRadios {...part} view={view} />
      <WhenFields
        {...part}
        label={words.when}
        today={view.today}
        homeZone={view.homeZone}
        asksFold={asksFold}
      />
      <SaveOrAsk form={form} save={save} link={link}>
        <a
          class="button button-second"
          href="/repeat"
          onClick={() => {
            // What was changed here goes on into the whole form.
            if (form.values !== draft.start) draft.keep(form.values);
          }}
        >
          {words.changeSomething}
        </a>
      </SaveOrAsk>
    </Form>
  );
}

/** The last treatment again: opened by Home's big button, saved by the second press. */
export function RepeatSheet(props: Props): VNode {
  const { link, onClose } = props;
  const products = useProducts();
  const title = person.hasSeveral.value ? words.repeatFor(link.firstName) : diaryWords.repeatTitle;
  return (
    <Sheet title={title} onClose={onClose}>
      {products === undefined && <Waiting />}
      {products === 'failed' && (
        <Failed
          code="offline"
          onRetry={() => {
            window.location.reload();
          }}
        />
      )}
      {Array.isArray(products) && <RepeatForm {...props} products={products} />}
    </Sheet>
  );
}
