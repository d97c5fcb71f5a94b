import type { VNode } from 'preact';
import type { RecallContactMade, RecallPerson } from '#contracts/recall.ts';
import { RECALL_CONTACTS } from '#domain/stock/recall-words.ts';
import { announce } from '../../shared/components/announce.ts';
import { PhoneLink } from '../../shared/components/phone-link.tsx';
import { Tag } from '../../shared/components/tag.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { required } from '../../shared/staff/asked.tsx';
import { chosen } from '../../shared/staff/chosen.ts';
import { useAct } from '../../shared/staff/use-act.ts';
import { centreRecalls as words } from '../../shared/words/en/centre-recalls.ts';
import { dayText, momentText } from './day-text.ts';
import { staff } from './staff.ts';

interface Props {
  readonly recall: string;
  readonly person: RecallPerson;
  readonly onNoted: (contact: RecallContactMade) => void;
}

function Mark({ recall, person, onNoted }: Props): VNode {
  const { patient } = person;
  // Nothing is chosen beforehand: a press on the way past must not say that somebody was told.
  const form = useForm({ state: '', note: '' });
  const field = `state-${patient}`;
  const save = useAct('put-recall-contact', form);
  const submit = async (): Promise<void> => {
    const state = chosen(RECALL_CONTACTS, form.values.state);
    if (state === undefined) {
      form.refuse({ [field]: words.needsMark });
      return;
    }
    const note = form.values.note.trim();
    const outcome = await save(({ mutationId }) => ({
      params: { id: recall, p: patient },
      body: { mutationId, state, ...(note === '' ? {} : { note }) },
    }));
    if (!outcome.ok) return;
    onNoted(outcome.value);
    form.set({ state: '', note: '' });
    form.refuse({});
    announce(words.contact[state]);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <div class="row">
        <SelectField
          {...form.text('state')}
          id={field}
          error={form.errors[field]}
          {...required({ label: words.mark })}
          none={words.chooseMark}
          choices={RECALL_CONTACTS.map((value) => ({ value, label: words.contact[value] }))}
        />
        <TextField
          {...form.text('note')}
          id={`note-${patient}`}
          label={words.markNote}
          optional
          maxLength={300}
        />
      </div>
      <Submit form={form}>
        {words.markSave}
        <span class="visually-hidden"> {words.markOf(person.name)}</span>
      </Submit>
    </Form>
  );
}

/** One person whom a recall concerns, why, and how far they have been told. */
export function RecallPersonCard(props: Props): VNode {
  const { patient, name, phone, used, held, blind, near, contact } = props.person;
  const facts = [
    ...(used === undefined ? [] : [words.used(used.times, dayText(used.last))]),
    ...(held === undefined ? [] : [words.held(held)]),
    ...blind.map((spot) => words.spots[spot]),
  ];
  const isSettled = contact?.state === 'acknowledged' || contact?.state === 'not-affected';
  return (
    <li class="card">
      <p>
        <a href={`/patients/${patient}`}>
          <strong>{name}</strong>
        </a>{' '}
        <Tag kind={isSettled ? 'good' : contact === undefined ? 'urgent' : 'attention'}>
          {words.contact[contact?.state ?? 'none']}
        </Tag>
      </p>
      <ul>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
        {near?.map(({ productName, batch }) => (
          <li key={`${productName}/${batch}`}>
            <bdi>{words.near(productName, batch)}</bdi>
          </li>
        ))}
      </ul>
      <p>
        {phone === undefined ? (
          words.noPhone
        ) : (
          <>
            {words.phone} <PhoneLink phone={phone} />
          </>
        )}
      </p>
      {contact !== undefined && (
        <p class="quiet">
          {words.noted(words.contact[contact.state], contact.by, momentText(contact.at))}
          {contact.note !== undefined && ` (${contact.note})`}
        </p>
      )}
      {staff.may('put-recall-contact') && <Mark {...props} />}
    </li>
  );
}
