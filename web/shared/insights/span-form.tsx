import type { VNode } from 'preact';
import { daysBetween, isDay } from '../dates/days.ts';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { Submit } from '../forms/submit.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { insightsWords as words } from '../words/en/insights.ts';
import { periodFieldWords } from '../words/en/period.ts';
import { reasonWords } from '../words/en/problems.ts';
import { lastMonths, type Span } from './spans.ts';

const MONTHS = { quarter: 3, year: 12, five: 60 } as const;
type Preset = keyof typeof MONTHS | 'own';
const isPreset = (value: string): value is Preset => value in MONTHS || value === 'own';
/** What the server reckons with at most: ten years. */
const LONGEST_DAYS = 3653;

interface Props {
  readonly today: string;
  readonly preset: Preset;
  readonly onSpan: (span: Span, preset: Preset) => void;
}

function wrongOf(from: string, to: string, today: string): Readonly<Record<string, string>> {
  if (!isDay(from)) return { from: 'not-a-date' };
  if (from > today) return { from: 'in-the-future' };
  if (!isDay(to)) return { to: 'not-a-date' };
  if (to < from) return { to: 'before-start' };
  return daysBetween(from, to) > LONGEST_DAYS ? { to: 'too-long' } : {};
}

/** Which time to look back at: one of three at once, or dates of one's own. */
export function SpanForm({ today, preset, onSpan }: Props): VNode {
  const form = useForm({ preset: preset, ...lastMonths(today, 12) });
  const { values } = form;
  const submit = (): Promise<void> => {
    const reasons = Object.entries(wrongOf(values.from, values.to, today));
    form.refuse(
      Object.fromEntries(reasons.map(([id, reason]) => [id, reasonWords(reason, id, periodFieldWords)])),
    );
    if (reasons.length === 0) onSpan({ from: values.from, to: values.to }, 'own');
    return Promise.resolve();
  };
  return (
    <Form form={form} onSubmit={submit}>
      <SelectField
        {...form.text('preset')}
        label={words.span}
        choices={(['quarter', 'year', 'five', 'own'] as const).map((value) => ({
          value,
          label: words.spans[value],
        }))}
        onValue={(value) => {
          if (!isPreset(value)) return;
          form.set({ preset: value });
          if (value !== 'own') onSpan(lastMonths(today, MONTHS[value]), value);
        }}
      />
      {values.preset === 'own' && (
        <>
          <div class="row">
            <TextField {...form.text('from')} type="date" label={words.from} max={today} />
            <TextField {...form.text('to')} type="date" label={words.to} max={today} />
          </div>
          <Submit form={form}>{words.show}</Submit>
        </>
      )}
    </Form>
  );
}
