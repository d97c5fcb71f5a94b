import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import type { WithheldKind } from '#domain/vocabulary.ts';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { Fieldset } from '../../shared/forms/fieldset.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { namesOf, required } from '../../shared/staff/asked.tsx';
import { emptyFields } from '../../shared/staff/empty-fields.ts';
import { goWith } from '../../shared/staff/flash.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { centreSharing } from '../../shared/words/en/centre-sharing.ts';
import { ReasonAct } from './reason-act.tsx';

const words = centreSharing.withheld;

interface Props {
  readonly patient: Patient;
  readonly what: WithheldKind;
  /** The id of the entry, the log line or the account; `patient` for the patient's own addresses, `home` for the zone. */
  readonly about: string;
  /** When the log line was written. */
  readonly at?: string;
}

const fields = {
  ...namesOf({ reason: words.reason }),
  reviewOn: {
    ...namesOf({ reviewOn: words.reviewOn })['reviewOn'],
    'in-the-past': words.reviewPast,
    'too-far': words.reviewFar,
  },
  from: { empty: words.nobody },
};

/** From whom: every carer, each linked account by name, each centre the diary is shared with. */
const choicesFor = ({ links, grants }: Patient) => [
  { id: 'carers', label: words.carers },
  ...links
    .filter(({ endedAt }) => endedAt === undefined)
    .map(({ account, name }) => ({ id: `account-${account}`, label: name })),
  ...grants
    .filter(({ state }) => state !== 'over')
    .map(({ centre, centreName }) => ({ id: `centre-${centre}`, label: centreName })),
];

const chosenOf = (chosen: readonly string[], kind: string): string[] =>
  chosen.filter((id) => id.startsWith(`${kind}-`)).map((id) => id.slice(kind.length + 1));

/** From whom something is withheld, why, and when somebody looks at it again. */
export function WithholdForm({ patient, what, about, at }: Props): VNode {
  const mark = patient.withheld.find((one) => one.what === what && one.about === about);
  const form = useForm({
    chosen: [
      ...(mark?.from.carers === true ? ['carers'] : []),
      ...(mark?.from.accounts ?? []).map((account) => `account-${account}`),
      ...(mark?.from.centres ?? []).map((centre) => `centre-${centre}`),
    ],
    reason: mark?.reason ?? '',
    reviewOn: mark?.reviewOn ?? '',
  });
  const save = useAct('put-withheld', form, fields);
  const { chosen, reason, reviewOn } = form.values;
  const submit = async (): Promise<void> => {
    const empty = emptyFields({ from: chosen.join(''), reason, reviewOn }, fields);
    if (Object.keys(empty).length > 0) {
      form.refuse(empty);
      return;
    }
    const from = {
      carers: chosen.includes('carers'),
      accounts: chosenOf(chosen, 'account'),
      centres: chosenOf(chosen, 'centre'),
    };
    const outcome = await save(({ mutationId }) => ({
      params: { p: patient.id, what, id: about },
      body: { mutationId, from, reason, reviewOn, ...(at === undefined ? {} : { at }) },
    }));
    if (outcome.ok) goWith(`/patients/${patient.id}`, words.saved);
  };
  return (
    <>
      <Form form={form} onSubmit={submit}>
        <p>{words.intro}</p>
        <Fieldset id="from" {...required(words.from)} error={form.errors['from']}>
          {choicesFor(patient).map(({ id, label }) => (
            <Checkbox
              key={id}
              id={id}
              label={label}
              checked={chosen.includes(id)}
              onChecked={(checked) => {
                const others = chosen.filter((one) => one !== id);
                form.set({ chosen: checked ? [...others, id] : others });
              }}
            />
          ))}
        </Fieldset>
        <TextField {...form.text('reason')} {...required(words.reason)} maxLength={300} />
        <TextField {...form.text('reviewOn')} {...required(words.reviewOn)} type="date" width={10} />
        <Submit form={form}>{words.action}</Submit>
      </Form>
      {mark !== undefined && (
        <ReasonAct
          said={words.lift}
          field="liftReason"
          act="lift-withheld"
          call={(body) => ({ params: { p: patient.id, what, id: about }, body })}
          to={`/patients/${patient.id}`}
        />
      )}
    </>
  );
}
