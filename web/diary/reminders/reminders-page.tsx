import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { RemindersView } from '#contracts/reminders.ts';
import { REMINDER_HOURS } from '#domain/reminders/reminder-times.ts';
import { api } from '../../shared/api/api.ts';
import { newId } from '../../shared/api/new-id.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { Form } from '../../shared/forms/form.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { reminderWords as words } from '../../shared/words/en/reminders.ts';
import { DiaryPage, type OpenDiary } from '../parts/diary-page.tsx';

const hours = () => REMINDER_HOURS.map((hour) => ({ value: String(hour), label: words.atHour(hour) }));
const hourOf = (text: string) => REMINDER_HOURS.find((hour) => String(hour) === text) ?? 8;
/** A name that stands alone begins large, also where the language writes it small within a sentence. */
const alone = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const weekdays = () =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: alone(dayWords.weekday(day)) }));

interface Props extends OpenDiary {
  readonly now: RemindersView;
}

function RemindersForm({ link, now }: Props): VNode {
  const form = useForm({
    plan: now.plan?.on ?? '',
    planHour: String(now.plan?.hour ?? 8),
    stock: now.stock === undefined ? '' : String(now.stock.weekday),
    stockHour: String(now.stock?.hour ?? 8),
  });
  const { values } = form;
  const act = useRef(newId());
  const [isSaved, setSaved] = useState(false);
  const submit = async (): Promise<void> => {
    setSaved(false);
    const on = (['day', 'day-before'] as const).find((one) => one === values.plan);
    const outcome = await api('set-reminders', {
      params: { c: link.centre, p: link.patient },
      body: {
        mutationId: act.current,
        ...(on === undefined ? {} : { plan: { on, hour: hourOf(values.planHour) } }),
        ...(values.stock === ''
          ? {}
          : { stock: { weekday: Number(values.stock), hour: hourOf(values.stockHour) } }),
      },
    });
    act.current = newId();
    setSaved(outcome.ok);
    if (!outcome.ok) form.refuseWith(outcome.failure);
    else if (form.attempt > 0) form.refuse({});
  };
  return (
    <Form why="reminders" form={form} onSubmit={submit}>
      <p>{words.text}</p>
      {!now.mailable && <Notice>{words.noAddress}</Notice>}
      <h2>{words.plan}</h2>
      <SelectField
        {...form.text('plan')}
        label={words.planOn}
        optional
        none={words.off}
        choices={[
          { value: 'day', label: words.onDay },
          { value: 'day-before', label: words.onDayBefore },
        ]}
      />
      {values.plan !== '' && <SelectField {...form.text('planHour')} label={words.hour} choices={hours()} />}
      <h2>{words.stock}</h2>
      <SelectField
        {...form.text('stock')}
        label={words.stockOn}
        optional
        none={words.off}
        choices={weekdays()}
      />
      {values.stock !== '' && (
        <SelectField {...form.text('stockHour')} label={words.hour} choices={hours()} />
      )}
      <p>{words.always}</p>
      <Submit form={form}>{words.save}</Submit>
      {isSaved && (
        <Notice kind="success" live>
          <p>{words.saved}</p>
        </Notice>
      )}
    </Form>
  );
}

function Reminders(diary: OpenDiary): VNode {
  const { centre: c, patient: p } = diary.link;
  const { value, failure, again } = useCall('get-reminders', { params: { c, p } });
  if (value !== undefined) return <RemindersForm key={`${c}/${p}`} {...diary} now={value} />;
  return failure === undefined ? <Waiting /> : <Failed failure={failure} onRetry={() => void again()} />;
}

/** Which day and hour somebody is reminded, or not at all. */
export function RemindersPage(): VNode {
  return <DiaryPage title={words.title}>{(diary) => <Reminders {...diary} />}</DiaryPage>;
}
