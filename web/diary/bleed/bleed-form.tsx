import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Bleed } from '#contracts/entries.ts';
import { BLEED_RESPONSES } from '#domain/vocabulary.ts';
import { newId } from '../../shared/api/new-id.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { localNow } from '../../shared/dates/days.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { TextArea } from '../../shared/forms/text-area.tsx';
import { type Errors, useForm } from '../../shared/forms/use-form.ts';
import { bleedFieldWords, bleedWords as words } from '../../shared/words/en/bleed.ts';
import { reasonWords } from '../../shared/words/en/problems.ts';
import { treatmentWords } from '../../shared/words/en/treatment.ts';
import { placeOfBleed } from '../../shared/words/en/entry.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { SaveOrAsk } from '../parts/save-or-ask.tsx';
import { WhenFields } from '../parts/when-fields.tsx';
import { useDraft } from '../state/draft.ts';
import { finishSave } from '../state/finish-save.ts';
import { useEntrySave } from '../state/use-entry-save.ts';
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
const responses = () => BLEED_RESPONSES.map((id) => ({ value: id, label: vocabularyWords.response[id] }));

/** The bleed form's state and its saving. */
function useBleedForm({ link, name, start, recorded, view }: Props) {
  const draft = useDraft(name, () => ({ id: recorded?.id ?? newId(), ...start() }));
  const form = useForm(draft.start);
  const [asksFold, setAsksFold] = useState(draft.start.fold !== '');
  const { values } = form;
  const save = useEntrySave({
    route: 'put-bleed',
    link,
    form,
    draft,
    version: recorded?.version,
    bodyOf: (typed) => bleedFields(typed, recorded?.startedAt.zone ?? view.homeZone),
    refused: (failure) => {
      setAsksFold(asksFold || isDoubledHour(failure));
      form.refuseWith(failure, bleedFieldWords, ids);
    },
    saved: (version, body, how) => {
      const what = words.what(placeOfBleed(body));
      finishSave({ what, id: values.id, version, day: values.date, folder: 'bleeds', how });
    },
  });
  const submit = async (): Promise<void> => {
    const reasons = Object.entries(bleedReasons(values));
    if (reasons.length === 0) return save.send();
    form.refuse(
      Object.fromEntries(reasons.map(([id, reason]) => [id, reasonWords(reason, id, bleedFieldWords)])),
    );
  };
  return { form, asksFold, save, submit };
}

interface EndProps {
  readonly values: BleedValues;
  readonly set: (change: Partial<BleedValues>) => void;
  readonly errors: Errors;
  readonly today: string;
  readonly homeZone: string;
}

/** Whether the bleed is over, and when it ended. */
function EndFields({ values, set, ...rest }: EndProps): VNode {
  return (
    <>
      <Radios
        id="ended"
        label={words.ended}
        value={values.ended}
        choices={[
          { value: 'no', label: words.endedNo },
          { value: 'yes', label: words.endedYes },
        ]}
        onValue={(ended) => {
          const { day, time } = localNow(rest.homeZone);
          if (ended === 'no') set({ ended: 'no' });
          else
            set({
              ended: 'yes',
              endDate: values.endDate === '' ? day : values.endDate,
              endTime: values.endTime === '' ? time : values.endTime,
            });
        }}
      />
      {values.ended === 'yes' && (
        <WhenFields
          {...rest}
          label={words.endedAt}
          dateId="endDate"
          timeId="endTime"
          values={{ date: values.endDate, time: values.endTime }}
          set={({ date = values.endDate, time = values.endTime }) => {
            set({ endDate: date, endTime: time });
          }}
        />
      )}
    </>
  );
}

/** One bleed: what it is, when it began and ended, and how well treatment worked. */
export function BleedForm(props: Props): VNode {
  const { link, view, recorded } = props;
  const { form, asksFold, save, submit } = useBleedForm(props);
  const { values, errors } = form;
  const same =
    recorded === undefined
      ? view.openBleeds.find(
          ({ site, side }) => site === values.site && (side === 'none' || side === values.side),
        )
      : undefined;
  const part = { values, set: form.set, errors, today: view.today, homeZone: view.homeZone };
  return (
    <Form form={form} onSubmit={submit}>
      <p class="hint">{words.untreated}</p>
      <BleedFields values={values} set={form.set} errors={errors} view={view} />
      <WhenFields {...part} label={words.started} asksFold={asksFold} />
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
      <EndFields {...part} />
      <SelectField
        {...form.text('response')}
        label={words.response}
        none={words.responseNone}
        choices={responses()}
      />
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
