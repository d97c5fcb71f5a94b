import type { VNode } from 'preact';
import type { ListedProduct } from 'virtual:products';
import { Notice } from '../../shared/components/notice.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { treatmentWords as words } from '../../shared/words/en/treatment.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { SaveOrAsk } from '../parts/save-or-ask.tsx';
import type { Draft } from '../state/draft.ts';
import { TreatmentFields } from './treatment-fields.tsx';
import type { TreatmentValues } from './treatment-values.ts';
import { useTreatmentForm } from './use-treatment-form.ts';

interface Props extends OpenDiary {
  readonly draft: Draft<TreatmentValues>;
  readonly products: readonly ListedProduct[];
  readonly version?: number;
  readonly onStartAgain?: () => void;
}

/** Recording, repeating or correcting a treatment: the form, its questions, and saving. */
export function TreatmentForm(props: Props): VNode {
  const { view, link, draft, products, version, onStartAgain } = props;
  const { form, asksFold, save, submit } = useTreatmentForm({
    view,
    link,
    draft,
    products,
    version,
  });
  return (
    <Form why="record" form={form} onSubmit={submit}>
      {draft.wasKept && onStartAgain !== undefined && (
        <Notice title={words.restored}>
          <button type="button" class="link" onClick={onStartAgain}>
            {words.startAgain}
          </button>
        </Notice>
      )}
      <TreatmentFields
        values={form.values}
        set={form.set}
        errors={form.errors}
        view={view}
        products={products}
        asksFold={asksFold}
      />
      <SaveOrAsk form={form} save={save} link={link} />
    </Form>
  );
}
