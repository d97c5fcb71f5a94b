import type { VNode } from 'preact';
import type { ConfirmationAnswer } from '#domain/vocabulary.ts';
import { newId } from '../../shared/api/new-id.ts';
import { addDays, firstDay, lastDay, monthOf } from '../../shared/dates/days.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { Fieldset } from '../../shared/forms/fieldset.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { periodFieldWords, periodWords as words } from '../../shared/words/en/period.ts';
import { DiaryPage, type OpenDiary } from '../parts/diary-page.tsx';
import { periodErrors, periodReasons } from '../parts/period-reasons.ts';
import { SaveOrAsk } from '../parts/save-or-ask.tsx';
import { useDraft } from '../state/draft.ts';
import { finishSave } from '../state/finish-save.ts';
import { months } from '../state/months.ts';
import { useEntrySave } from '../state/use-entry-save.ts';

interface Values {
  readonly id: string;
  readonly noBleeds: boolean;
  readonly noOther: boolean;
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

/** The periods that a reminder's link may name, and nothing else: `/confirm?period=day`. */
const PERIODS = new Map<string | null, string>([
  ['day', 'today'],
  ['week', 'week'],
  ['month', 'month'],
]);
const askedPeriod = (): string | undefined =>
  PERIODS.get(new URLSearchParams(window.location.search).get('period'));

/** The days that a choice of period stands for; never past today. */
function daysOf(values: Values, today: string, month: string): { from: string; to: string } {
  if (values.period === 'today') return { from: today, to: today };
  if (values.period === 'week') return { from: addDays(today, -6), to: today };
  if (values.period === 'own') return { from: values.from, to: values.to };
  return { from: firstDay(month), to: month === monthOf(today) ? today : lastDay(month) };
}

const answersOf = ({ noBleeds, noOther }: Values): ConfirmationAnswer[] => [
  ...(noBleeds ? (['no-bleeds'] as const) : []),
  ...(noOther ? (['no-other-treatment'] as const) : []),
];

/** The first day of the period on which a bleed stands: then "no bleeds" can't be right. */
function bleedDay({ entries, openBleeds }: OpenDiary['view'], { from, to }: { from: string; to: string }) {
  return [
    ...entries.flatMap((entry) => (entry.kind === 'bleed' && entry.voided === undefined ? [entry.day] : [])),
    ...openBleeds.map(({ startedAt }) => startedAt.local.slice(0, 10)),
  ]
    .sort()
    .find((day) => from <= day && day <= to);
}

function ConfirmForm({ link, view }: OpenDiary): VNode {
  const { today } = view;
  const month = months.shown.value > monthOf(today) ? monthOf(today) : months.shown.value;
  const asked = askedPeriod();
  // What a link asks about is not answered by what was begun for other days.
  const draft = useDraft(asked === undefined ? 'confirmation' : `confirmation/${asked}`, () => ({
    id: newId(),
    noBleeds: false,
    noOther: false,
    period: asked ?? 'week',
    from: today,
    to: today,
  }));
  const form = useForm<Values>(draft.start);
  const { values } = form;
  const save = useEntrySave({
    route: 'put-confirmation',
    link,
    form,
    draft,
    bodyOf: (typed) => ({ ...daysOf(typed, today, month), answers: answersOf(typed) }),
    refused: (failure) => {
      form.refuseWith(failure, periodFieldWords);
    },
    saved: (version, { from, to }, how) => {
      const what = words.confirmWhat(dayWords.short(from), dayWords.short(to));
      // The last day, usually today: the chosen day is what the next entry is offered for.
      finishSave({ what, id: values.id, version, day: to, how });
    },
  });
  const submit = async (): Promise<void> => {
    const none = answersOf(values).length === 0 ? { answers: 'empty' } : {};
    const period = daysOf(values, today, month);
    const bled = values.noBleeds ? bleedDay(view, period) : undefined;
    const wrong = {
      ...periodErrors({ ...none, ...periodReasons(period, today) }),
      ...(bled === undefined ? {} : { answers: words.bleedRecorded(dayWords.short(bled)) }),
    };
    if (Object.keys(wrong).length === 0) await save.send();
    else form.refuse(wrong);
  };
  const monthLabel = month === monthOf(today) ? words.month : words.wholeMonth;
  return (
    <Form why="period" form={form} onSubmit={submit}>
      <p>{words.confirmText}</p>
      <p>
        <a href="/record">{words.recordInstead}</a>
      </p>
      <Fieldset id="answers" label={words.answers} hint={words.answersHint} error={form.errors['answers']}>
        <Checkbox {...form.flag('noBleeds')} id="answers-no-bleeds" label={words.noBleeds} />
        <Checkbox {...form.flag('noOther')} id="answers-no-other" label={words.noOther} />
      </Fieldset>
      <Radios
        {...form.text('period')}
        label={words.period}
        choices={[
          { value: 'today', label: words.today },
          { value: 'week', label: words.week },
          { value: 'month', label: monthLabel(dayWords.month(month)) },
          { value: 'own', label: words.own },
        ]}
        under={{
          own: (
            <div class="row">
              <TextField {...form.text('from')} type="date" label={words.from} max={today} />
              <TextField {...form.text('to')} type="date" label={words.to} max={today} />
            </div>
          ),
        }}
      />
      <SaveOrAsk form={form} save={save} link={link} />
    </Form>
  );
}

/** "No bleeds" and "no other treatment" for a day, a week, a month or other days: two separate answers. */
export function ConfirmPage(): VNode {
  return (
    <DiaryPage records title={words.confirmTitle}>
      {(diary) => <ConfirmForm {...diary} />}
    </DiaryPage>
  );
}
