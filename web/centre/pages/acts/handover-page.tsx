import type { VNode } from 'preact';
import type { HandoverBody } from '#contracts/handover.ts';
import { HANDOVER_DECISIONS } from '#domain/vocabulary.ts';
import type { Patient } from '#contracts/patient.ts';
import { Checkbox } from '../../../shared/forms/checkbox.tsx';
import { Form } from '../../../shared/forms/form.tsx';
import { Radios } from '../../../shared/forms/radios.tsx';
import { Submit } from '../../../shared/forms/submit.tsx';
import { TextField } from '../../../shared/forms/text-field.tsx';
import { useForm } from '../../../shared/forms/use-form.ts';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { namesOf, required } from '../../../shared/staff/asked.tsx';
import { choicesOf } from '../../../shared/staff/choices-of.ts';
import { chosen } from '../../../shared/staff/chosen.ts';
import { goWith } from '../../../shared/staff/flash.tsx';
import { useAct } from '../../../shared/staff/use-act.ts';
import { centre } from '../../../shared/words/en/centre.ts';
import { centreHandover as words } from '../../../shared/words/en/centre-handover.ts';
import { ActLink } from '../../parts/act-link.tsx';
import { dayText, today } from '../../parts/day-text.ts';
import { PatientAct } from '../../parts/patient-act.tsx';

interface Props {
  readonly patient: Patient;
}
type Link = Patient['links'][number];

const live = ({ links }: Patient): readonly Link[] => links.filter(({ endedAt }) => endedAt === undefined);
const carersOf = (patient: Patient): readonly Link[] =>
  live(patient).filter(({ relation }) => relation !== 'self');
const fieldOf = (link: Link): string => `link-${link.account}`;

/** Whether the young person has an account yet; inviting them is a page of its own. */
function OwnAccount({ patient }: Props): VNode {
  const own = live(patient).find(({ relation }) => relation === 'self');
  return (
    <>
      <h2>{words.own.title}</h2>
      {own === undefined ? (
        <p>
          {words.own.hasNot}{' '}
          <ActLink act="invite-person" href={`/patients/${patient.id}/invite`} label={words.own.invite} />
        </p>
      ) : (
        <p>{words.own.has(own.name)}</p>
      )}
    </>
  );
}

const consentFields = { givenBy: words.consent.givenBy, formReference: words.consent.formReference };
const ids = {
  'consent-givenBy': 'givenBy',
  'consent-on': 'on',
  'consent-formReference': 'formReference',
};

function HandoverForm({ patient }: Props): VNode {
  const carers = carersOf(patient);
  const form = useForm({
    givenBy: `${patient.givenName} ${patient.familyName}`,
    on: today(),
    formReference: '',
    signed: false,
    decisions: new Map<string, string>(),
  });
  const save = useAct('decide-handover', form, namesOf(consentFields), ids);
  const { decisions } = form.values;
  const submit = async (): Promise<void> => {
    const { signed, givenBy, on, formReference } = form.values;
    const links = carers.flatMap((link): HandoverBody['links'] => {
      const decision = chosen(HANDOVER_DECISIONS, decisions.get(link.account) ?? '');
      return decision === undefined ? [] : [{ account: link.account, decision }];
    });
    const open = carers.filter(({ account }) => !links.some((one) => one.account === account));
    if (open.length > 0) {
      form.refuse(Object.fromEntries(open.map((link) => [fieldOf(link), words.links.missing])));
      return;
    }
    const outcome = await save(({ mutationId }) => ({
      params: { p: patient.id },
      body: { mutationId, links, ...(signed ? { consent: { givenBy, on, formReference } } : {}) },
    }));
    if (outcome.ok) goWith(`/patients/${patient.id}`, words.saved);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <h2>{words.links.title}</h2>
      <p>{carers.length === 0 ? words.links.none : words.links.why}</p>
      {carers.map((link) => (
        <Radios
          key={link.account}
          id={fieldOf(link)}
          value={decisions.get(link.account) ?? ''}
          error={form.errors[fieldOf(link)]}
          onValue={(decision) => {
            form.set({ decisions: new Map([...decisions, [link.account, decision]]) });
          }}
          {...required({ label: words.links.of(link.name, centre.relations[link.relation]) })}
          choices={choicesOf(HANDOVER_DECISIONS, words.links.choices)}
          inline
        />
      ))}
      <Checkbox {...form.flag('signed')} label={words.consent.has.label} hint={words.consent.has.why} />
      {form.values.signed && (
        <div class="choice-under">
          <TextField {...form.text('givenBy')} {...required(words.consent.givenBy)} />
          <TextField {...form.text('on')} {...required(words.consent.on)} type="date" width={10} />
          <TextField {...form.text('formReference')} {...required(words.consent.formReference)} />
        </div>
      )}
      <Submit form={form}>{words.submit}</Submit>
    </Form>
  );
}

function Handover({ patient }: Props): VNode {
  const { handover, givenName } = patient;
  if (handover === undefined) return <p>{words.none}</p>;
  if (handover.doneAt !== undefined) return <p>{words.done(dayText(handover.doneAt))}</p>;
  const said = handover.askedAt === undefined ? words.when : words.came;
  return (
    <>
      <p>{said(givenName, handover.age, dayText(handover.dueOn))}</p>
      <OwnAccount patient={patient} />
      <HandoverForm patient={patient} />
    </>
  );
}

/** What a young person's birthday asks of the centre: account, consent and each carer's link, decided in one act. */
export function HandoverPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="decide-handover">
      {(patient) => <Handover patient={patient} />}
    </PatientAct>
  );
}
