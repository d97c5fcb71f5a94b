import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { CONFIRMATION_ANSWERS, NOT_TAKEN_REASONS } from '#domain/vocabulary.ts';
import { api } from '../../shared/api/api.ts';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { Fieldset } from '../../shared/forms/fieldset.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { namesOf, optional, required } from '../../shared/staff/asked.tsx';
import { choicesOf } from '../../shared/staff/choices-of.ts';
import { centreRecord } from '../../shared/words/en/centre-record.ts';
import { centreVocabulary } from '../../shared/words/en/centre-vocabulary.ts';
import { staffWords } from '../../shared/words/en/staff.ts';
import {
  draftedConfirmation,
  draftedNotTaken,
  emptyConfirmation,
  emptyNotTaken,
} from '../model/period-drafts.ts';
import { EntryButtons } from './entry-buttons.tsx';
import type { EntryContext } from './entry-context.ts';
import { QuickDay } from './quick-day.tsx';
import { saidWhen } from './said-when.ts';
import { useEntry } from './use-entry.ts';

const { notTaken, confirmation, tabs } = centreRecord;
const said = (what: string, from: string): string => `${what}, ${saidWhen(from)}`;

/** Planned doses that were not taken, on a day or over a range. */
export function NotTakenForm({ patient, view, source, onSaved }: EntryContext): VNode {
  const form = useForm(emptyNotTaken);
  const top = useRef<HTMLDivElement>(null);
  const entry = useEntry({
    form,
    zone: view.homeZone,
    source,
    draft: draftedNotTaken,
    own: namesOf(notTaken),
    send: (id, body) => api('put-patient-not-taken', { params: { p: patient, id }, body }),
    onSaved: ({ from }) => {
      form.set(emptyNotTaken);
      top.current?.querySelector<HTMLElement>('input')?.focus();
      onSaved(said(tabs['not-taken'], from));
    },
  });
  return (
    <div ref={top}>
      <Form form={form} onSubmit={entry.save}>
        <div class="row">
          <QuickDay {...form.text('from')} {...notTaken.from} why={centreRecord.treatment.day.why} />
          <QuickDay {...form.text('to')} {...notTaken.to} why={centreRecord.treatment.day.why} optional />
          <SelectField
            {...form.text('reason')}
            {...optional(notTaken.reason)}
            choices={choicesOf(NOT_TAKEN_REASONS, centreVocabulary.notTakenReasons)}
            none={staffWords.choose}
          />
        </div>
        <EntryButtons form={form} entry={entry} label={centreRecord.saveNext} />
      </Form>
    </div>
  );
}

/** What the paper form confirms of its period; the two answers are separate. */
export function ConfirmationForm({ patient, view, source, onSaved }: EntryContext): VNode {
  const form = useForm(emptyConfirmation);
  const top = useRef<HTMLDivElement>(null);
  const entry = useEntry({
    form,
    zone: view.homeZone,
    source,
    draft: draftedConfirmation,
    own: namesOf(confirmation),
    send: (id, body) => api('put-patient-confirmation', { params: { p: patient, id }, body }),
    onSaved: ({ from }) => {
      form.set(emptyConfirmation);
      top.current?.querySelector<HTMLElement>('input')?.focus();
      onSaved(said(tabs.confirmation, from));
    },
  });
  const { answers } = form.values;
  return (
    <div ref={top}>
      <Form form={form} onSubmit={entry.save}>
        <div class="row">
          <QuickDay {...form.text('from')} {...confirmation.from} why={centreRecord.treatment.day.why} />
          <QuickDay {...form.text('to')} {...confirmation.to} why={centreRecord.treatment.day.why} />
        </div>
        <Fieldset
          id="answers"
          {...required({ label: confirmation.answers.label })}
          error={form.errors['answers']}
        >
          {CONFIRMATION_ANSWERS.map((answer) => (
            <Checkbox
              key={answer}
              id={`answers-${answer}`}
              label={confirmation.answers[answer]}
              checked={answers.includes(answer)}
              onChecked={(checked) => {
                const others = answers.filter((one) => one !== answer);
                form.set({ answers: checked ? [...others, answer] : others });
              }}
            />
          ))}
        </Fieldset>
        <EntryButtons form={form} entry={entry} label={centreRecord.saveNext} />
      </Form>
    </div>
  );
}
