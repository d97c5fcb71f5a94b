import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Bleed } from '#contracts/entries.ts';
import { BLEED_RESPONSES } from '#domain/vocabulary.ts';
import { newId } from '../../shared/api/new-id.ts';
import { Questions } from '../../shared/components/questions.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextArea } from '../../shared/forms/text-area.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { router } from '../../shared/router/router.ts';
import { bleedFieldWords, bleedWords as words } from '../../shared/words/en/bleed.ts';
import { reasonWords } from '../../shared/words/en/problems.ts';
import { questionText, treatmentWords } from '../../shared/words/en/treatment.ts';
import { placeOfBleed } from '../../shared/words/en/entry.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { saveLabel } from '../parts/save-label.ts';
import { WhenFields } from '../parts/when-fields.tsx';
import { useDraft } from '../state/draft.ts';
import { finishSave } from '../state/finish-save.ts';
import { saveEntry } from '../state/save-entry.ts';
import { isDoubledHour } from '../parts/is-doubled-hour.ts';
import { BleedFields } from './bleed-fields.tsx';
import { bleedFields, bleedReasons, type BleedValues } from './bleed-values.ts';

interface Props extends OpenDiary {
  readonly name: string;
  readonly start: () => BleedValues;
  readonly recorded?: Bleed;
}

const ids = {
  startedAt: 'time',
  'startedAt-local': 'time',
  endedAt: 'endTime',
  'endedAt-local': 'endTime',
} as const;
const responses = BLEED_RESPONSES.map((id) => ({ value: id, label: vocabularyWords.response[id] }));

/** One bleed: what it is, when it began and ended, and how well treatment worked. */
export function BleedForm({ link, view, name, start, recorded }: Props): VNode {
  const draft = useDraft(name, () => ({ id: recorded?.id ?? newId(), ...start() }));
  const form = useForm(draft.start);
  const [questions, setQuestions] = useState<readonly string[]>([]);
  const [asksFold, setAsksFold] = useState(draft.start.fold !== '');
  const { values, errors } = form;
  useEffect(() => {
    if (values !== draft.start) draft.keep(values);
  }, [values]);
  const zone = recorded?.startedAt.zone ?? view.homeZone;
  const send = async (passed: readonly string[]): Promise<void> => {
    const fields = bleedFields(values, zone);
    if (fields === undefined) return;
    const body = { ...fields, passed: [...passed] };
    const outcome = await saveEntry({
      route: 'put-bleed',
      link,
      id: values.id,
      version: recorded?.version,
      body,
      draft,
    });
    setQuestions([]);
    if (outcome.ok) {
      draft.forget();
      const what = words.what(placeOfBleed(fields));
      finishSave({ what, id: values.id, version: outcome.value.version, day: values.date, folder: 'bleeds' });
      router.go('/');
    } else if (outcome.failure.code === 'question') {
      setQuestions(outcome.failure.questions.map(({ reason }) => reason));
    } else {
      setAsksFold(asksFold || isDoubledHour(outcome.failure));
      form.refuseWith(outcome.failure, bleedFieldWords, ids);
    }
  };
  const submit = async (): Promise<void> => {
    const reasons = Object.entries(bleedReasons(values));
    if (reasons.length === 0) return send([]);
    form.refuse(
      Object.fromEntries(reasons.map(([id, reason]) => [id, reasonWords(reason, id, bleedFieldWords)])),
    );
  };
  const same =
    recorded === undefined
      ? view.openBleeds.find(
          ({ site, side }) => site === values.site && (side === 'none' || side === values.side),
        )
      : undefined;
  const whenProps = { errors, today: view.today, homeZone: view.homeZone };
  return (
    <Form form={form} onSubmit={submit}>
      <p class="hint">{words.untreated}</p>
      <BleedFields values={values} set={form.set} errors={errors} view={view} />
      <WhenFields {...whenProps} label={words.started} values={values} set={form.set} asksFold={asksFold} />
      {same !== undefined && (
        <Radios
          {...form.text('sameAs')}
          label={words.same(placeOfBleed(same), dayWords.short(same.startedAt.local.slice(0, 10)))}
          choices={[
            { value: same.id, label: words.sameYes },
            { value: 'new', label: words.sameNo },
          ]}
        />
      )}
      <Radios
        id="ended"
        label={words.ended}
        value={values.ended}
        choices={[
          { value: 'no', label: words.endedNo },
          { value: 'yes', label: words.endedYes },
        ]}
        onValue={(ended) => {
          form.set({ ended: ended === 'yes' ? 'yes' : 'no' });
        }}
      />
      {values.ended === 'yes' && (
        <WhenFields
          {...whenProps}
          label={words.endedAt}
          dateId="endDate"
          timeId="endTime"
          prefix=""
          values={{ date: values.endDate, time: values.endTime }}
          set={({ date, time }) => {
            form.set({
              ...(date === undefined ? {} : { endDate: date }),
              ...(time === undefined ? {} : { endTime: time }),
            });
          }}
        />
      )}
      <SelectField
        {...form.text('response')}
        label={words.response}
        none={words.responseNone}
        choices={responses}
      />
      <TextArea
        {...form.text('note')}
        label={words.note}
        hint={treatmentWords.noteHint}
        optional
        maxLength={500}
      />
      {questions.length > 0 ? (
        <Questions
          questions={questions.map(questionText)}
          onPass={() => void form.run(() => send(questions))}
          onBack={() => {
            setQuestions([]);
          }}
          busy={form.busy}
        />
      ) : (
        <div class="buttons">
          <Submit form={form}>{saveLabel(link)}</Submit>
        </div>
      )}
    </Form>
  );
}
