import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Bleed } from '#contracts/entries.ts';
import { BLEED_RESPONSES } from '#domain/vocabulary.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { localNow, monthOf } from '../../shared/dates/days.ts';
import { Form } from '../../shared/forms/form.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { bleedFieldWords, bleedWords as words } from '../../shared/words/en/bleed.ts';
import { placeOfBleed } from '../../shared/words/en/entry.ts';
import { reasonWords } from '../../shared/words/en/problems.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { SaveOrAsk } from '../parts/save-or-ask.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { WhenFields } from '../parts/when-fields.tsx';
import { useDraft } from '../state/draft.ts';
import { finishSave } from '../state/finish-save.ts';
import { months } from '../state/months.ts';
import { useEntrySave } from '../state/use-entry-save.ts';
import { bleedFields, bleedReasons, bleedValues } from './bleed-values.ts';

interface Props extends OpenDiary {
  readonly bleed: OpenDiary['view']['openBleeds'][number];
  readonly onClose: () => void;
}

const UNTREATED = 'untreated';

/** When it was over, then one press on how well treatment worked, which saves. */
function OverForm({ link, view, entry, onClose }: Omit<Props, 'bleed'> & { readonly entry: Bleed }): VNode {
  const draft = useDraft(`bleed/over/${entry.id}/${String(entry.version)}`, () => {
    const { day, time } = localNow(view.homeZone);
    return { ...bleedValues(entry), id: entry.id, ended: 'yes' as const, endDate: day, endTime: time };
  });
  const form = useForm(draft.start);
  const { values, errors } = form;
  // Chosen by the very press that saves.
  const response = useRef(values.response);
  const save = useEntrySave({
    route: 'put-bleed',
    link,
    form,
    draft,
    version: entry.version,
    bodyOf: (typed) => bleedFields({ ...typed, response: response.current }, entry.startedAt.zone),
    refused: (why) => {
      form.refuseWith(why, bleedFieldWords, { endedAt: 'endTime', 'endedAt-local': 'endTime' });
    },
    saved: (version, body, how) => {
      const what = words.overTitle(placeOfBleed(body));
      finishSave({ what, id: entry.id, version, day: view.today, folder: 'bleeds', how });
      onClose();
    },
  });
  const submit = async (): Promise<void> => {
    const wrong = Object.entries(bleedReasons(values));
    if (wrong.length === 0) await save.send();
    else
      form.refuse(Object.fromEntries(wrong.map(([id, why]) => [id, reasonWords(why, id, bleedFieldWords)])));
  };
  const choices = [
    ...BLEED_RESPONSES.map((id) => ({ id, label: vocabularyWords.response[id] })),
    { id: UNTREATED, label: words.overUntreated },
  ];
  return (
    <Form why="record" form={form} onSubmit={submit}>
      <WhenFields
        label={words.overWhen}
        values={{ date: values.endDate, time: values.endTime }}
        set={({ date = values.endDate, time = values.endTime }) => {
          form.set({ endDate: date, endTime: time });
        }}
        errors={errors}
        dateId="endDate"
        timeId="endTime"
        today={view.today}
        homeZone={view.homeZone}
      />
      {save.questions.length > 0 ? (
        <SaveOrAsk form={form} save={save} link={link} />
      ) : (
        <fieldset>
          <legend>{words.overHow}</legend>
          <div class="buttons">
            {choices.map(({ id, label }) => (
              <button
                key={id}
                type="submit"
                class="button button-second"
                aria-disabled={form.busy}
                onClick={() => {
                  response.current = id === UNTREATED ? '' : id;
                }}
              >
                {label}
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </Form>
  );
}

/** "Is it better?": a bleed that is over, with its response, in two presses. */
export function OverSheet(props: Props): VNode {
  const { bleed, onClose } = props;
  const month = monthOf(bleed.startedAt.local.slice(0, 10));
  const view = months.of(month);
  const failure = months.failureOf(month);
  const entry = view?.entries.find((one): one is Bleed => one.kind === 'bleed' && one.id === bleed.id);
  useEffect(() => {
    if (view === undefined) void months.read(month);
  }, [month]);
  return (
    <Sheet title={words.overTitle(placeOfBleed(bleed))} onClose={onClose}>
      {entry !== undefined && <OverForm {...props} entry={entry} />}
      {entry === undefined && failure === undefined && <Waiting />}
      {failure !== undefined && entry === undefined && (
        <Failed failure={failure} onRetry={() => void months.read(month)} />
      )}
    </Sheet>
  );
}
