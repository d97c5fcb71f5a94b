import type { VNode } from 'preact';
import { Failed } from '../../shared/components/failed.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { bleedWords } from '../../shared/words/en/bleed.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { placeOfBleed } from '../../shared/words/en/entry.ts';
import { treatmentWords as words } from '../../shared/words/en/treatment.ts';
import { router } from '../../shared/router/router.ts';
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
import { SheetScan } from './sheet-scan.tsx';
import { repeatedTreatment, type TreatmentValues } from './treatment-values.ts';
import { useTreatmentForm } from './use-treatment-form.ts';

interface Props extends OpenDiary {
  readonly last: NonNullable<OpenDiary['view']['lastTreatment']>;
  /** The bleed that goes on and is treated with the same again. */
  readonly bleed?: OpenDiary['view']['openBleeds'][number];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}
type Products = Exclude<ReturnType<typeof useProducts>, 'failed' | undefined>;

/** The sheet's form: which box, when, Save; everything else is one press further. */
function RepeatForm({
  link,
  view,
  last,
  products,
  bleed,
  onSaved,
}: Props & { readonly products: Products }): VNode {
  const day = months.day.peek();
  const name = repeatDraft(day);
  const draft = useDraft(bleed === undefined ? name : `${name}/${bleed.id}`, () => ({
    ...repeatedTreatment(view, last, day),
    ...(bleed === undefined ? {} : { reason: 'bleed-follow-up', bleeds: [bleed.id] }),
  }));
  const { form, asksFold, save, submit } = useTreatmentForm({
    view,
    link,
    draft,
    products,
    onSaved,
  });
  const part = { values: form.values, set: form.set, errors: form.errors };
  const whole = useDraft(bleed === undefined ? name : `treatment/new/${day}/${bleed.id}`, () => draft.start);
  const wholePage = bleed === undefined ? '/repeat' : `/record?for=${bleed.id}`;
  /** What was changed here goes on into the whole form. */
  const takeAlong = (values: TreatmentValues): void => {
    if (bleed !== undefined) draft.forget();
    whole.keep(values);
  };
  return (
    <Form why="record" form={form} onSubmit={submit}>
      {draft.wasKept && <Notice title={words.restored} />}
      <RepeatSummary values={form.values} products={products} />
      <BatchRadios {...part} view={view} />
      <SheetScan
        {...part}
        view={view}
        products={products}
        onOther={(values) => {
          takeAlong(values);
          router.go(wholePage);
        }}
      />
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
          href={wholePage}
          onClick={() => {
            if (form.values !== draft.start) takeAlong(form.values);
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
  const { link, bleed, onClose } = props;
  const products = useProducts();
  const repeat = person.hasSeveral.value ? words.repeatFor(link.firstName) : diaryWords.repeatTitle;
  const title = bleed === undefined ? repeat : bleedWords.treatFor(placeOfBleed(bleed));
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
