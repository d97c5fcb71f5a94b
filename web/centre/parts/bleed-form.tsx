import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Bleed } from '#contracts/entries.ts';
import {
  BLEED_CAUSE_IDS,
  BLEED_RESPONSES,
  BLEED_SEVERITIES,
  BLEED_SITE_GROUPS,
  SIDES,
} from '#domain/vocabulary.ts';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { type FormModel, useForm } from '../../shared/forms/use-form.ts';
import { namesOf, optional, required } from '../../shared/staff/asked.tsx';
import { choicesOf } from '../../shared/staff/choices-of.ts';
import { centreRecord } from '../../shared/words/en/centre-record.ts';
import { centreVocabulary as vocabulary } from '../../shared/words/en/centre-vocabulary.ts';
import { staffWords } from '../../shared/words/en/staff.ts';
import { type BleedDraft, bleedDraftOf, draftedBleed, emptyBleed } from '../model/bleed-draft.ts';
import { EntryButtons } from './entry-buttons.tsx';
import type { EntryContext } from './entry-context.ts';
import { QuickDay } from './quick-day.tsx';
import { sendBleed } from './send-entry.ts';
import { saidWhen } from './said-when.ts';
import { useEntry } from './use-entry.ts';

const words = centreRecord.bleed;
const own = { ...namesOf(words), pain: { 'not-a-number': words.pain.wrong } };
const none = staffWords.choose;
const sites = BLEED_SITE_GROUPS.map((group) => ({
  label: vocabulary.siteGroups[group.id],
  choices: group.sites.map((site) => ({ value: site, label: vocabulary.sites[site] })),
}));
const severities = BLEED_SEVERITIES.map((severity) => ({
  value: String(severity),
  label: vocabulary.severities[severity],
}));

const Fields = ({ form }: { readonly form: FormModel<BleedDraft> }): VNode => (
  <>
    <div class="row">
      <QuickDay {...form.text('day')} {...words.day} />
      <TextField
        {...form.text('time')}
        {...(form.values.roughly ? optional(words.time) : required(words.time))}
        inputMode="numeric"
        width={5}
      />
      <SelectField {...form.text('site')} {...required(words.site)} groups={sites} none={none} />
      <SelectField
        {...form.text('side')}
        {...required(words.side)}
        choices={choicesOf(SIDES, vocabulary.sides)}
        none={none}
      />
    </div>
    <Checkbox {...form.flag('roughly')} label={words.roughly.label} />
    <div class="row">
      <SelectField
        {...form.text('cause')}
        {...required(words.cause)}
        choices={choicesOf(BLEED_CAUSE_IDS, vocabulary.causes)}
        none={none}
      />
      <SelectField
        {...form.text('severity')}
        {...required(words.severity)}
        choices={severities}
        none={none}
      />
      <TextField {...form.text('pain')} {...optional(words.pain)} inputMode="numeric" width={3} />
    </div>
    <div class="row">
      <QuickDay {...form.text('endDay')} {...words.endDay} why={words.day.why} optional />
      <TextField
        {...form.text('endTime')}
        {...optional(words.endTime)}
        hint={words.time.why}
        inputMode="numeric"
        width={5}
      />
      <SelectField
        {...form.text('response')}
        {...optional(words.response)}
        choices={choicesOf(BLEED_RESPONSES, vocabulary.responses)}
        none={none}
      />
      <TextField {...form.text('note')} {...optional(words.note)} maxLength={500} />
    </div>
  </>
);

/** One bleed, made for the keyboard. */
export function BleedForm(props: EntryContext & { readonly entry?: Bleed }): VNode {
  const { view, source, onSaved, entry } = props;
  const form = useForm<BleedDraft>(() => (entry === undefined ? emptyBleed : bleedDraftOf(entry)));
  const top = useRef<HTMLDivElement>(null);
  const entryForm = useEntry({
    form,
    zone: entry?.startedAt.zone ?? view.homeZone,
    source,
    draft: draftedBleed,
    own,
    ...(entry === undefined ? {} : { id: entry.id }),
    send: (id, body) => sendBleed(props, id, body, entry),
    onSaved: ({ day, time }) => {
      form.set(emptyBleed);
      top.current?.querySelector<HTMLElement>('input')?.focus();
      onSaved(`${centreRecord.tabs.bleed}, ${saidWhen(day, time)}`);
    },
  });
  return (
    <div ref={top}>
      <Form form={form} onSubmit={entryForm.save}>
        <Fields form={form} />
        <EntryButtons
          form={form}
          entry={entryForm}
          label={entry === undefined ? centreRecord.saveNext : centreRecord.saveChange}
        />
      </Form>
    </div>
  );
}
