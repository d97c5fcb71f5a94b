import type { VNode } from 'preact';
import type { ListedProduct } from 'virtual:products';
import type { Bleed } from '#contracts/entries.ts';
import { BLEED_RESPONSES } from '#domain/vocabulary.ts';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { TextArea } from '../../shared/forms/text-area.tsx';
import { bleedWords as words } from '../../shared/words/en/bleed.ts';
import { treatmentWords } from '../../shared/words/en/treatment.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { SaveOrAsk } from '../parts/save-or-ask.tsx';
import { WhenFields } from '../parts/when-fields.tsx';
import { BleedFields } from './bleed-fields.tsx';
import type { BleedValues } from './bleed-values.ts';
import { EndFields } from './end-fields.tsx';
import { SameBleedQuestion } from './same-bleed-question.tsx';
import { TreatedFields } from './treated-fields.tsx';
import { useBleedForm } from './use-bleed-form.ts';

interface Props extends OpenDiary {
  readonly name: string;
  readonly start: () => BleedValues;
  readonly recorded?: Bleed;
  readonly products: readonly ListedProduct[];
}

const responses = () => BLEED_RESPONSES.map((id) => ({ value: id, label: vocabularyWords.response[id] }));

/** One bleed: what it is, when it began and ended, its treatment, and how well that worked. */
export function BleedForm(props: Props): VNode {
  const { link, view, recorded } = props;
  const { form, same, asksFold, save, submit } = useBleedForm(props);
  const { values, errors } = form;
  const isNew = recorded === undefined;
  const part = { values, set: form.set, errors, today: view.today, homeZone: view.homeZone };
  return (
    <Form why="record" form={form} onSubmit={submit}>
      <p class="hint">{words.untreated}</p>
      <BleedFields values={values} set={form.set} errors={errors} view={view} />
      <WhenFields {...part} label={words.started} asksFold={asksFold} />
      <Checkbox {...form.flag('roughly')} label={words.roughly} />
      {same !== undefined && (
        <SameBleedQuestion earlier={same} values={values} set={form.set} error={errors['sameAs']} />
      )}
      {isNew && <TreatedFields form={form} view={view} />}
      <EndFields {...part} />
      {(!isNew || values.ended === 'yes') && (
        <SelectField
          {...form.text('response')}
          label={words.response}
          optional
          none={words.responseNone}
          choices={responses()}
        />
      )}
      <TextArea
        {...form.text('note')}
        label={words.note}
        hint={treatmentWords.noteHint}
        optional
        maxLength={500}
      />
      <SaveOrAsk form={form} save={save} link={link} />
    </Form>
  );
}
