import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { useCall } from '../../../shared/api/use-call.ts';
import { Failed } from '../../../shared/components/failed.tsx';
import { Waiting } from '../../../shared/components/waiting.tsx';
import { Form } from '../../../shared/forms/form.tsx';
import { Radios } from '../../../shared/forms/radios.tsx';
import { SelectField } from '../../../shared/forms/select-field.tsx';
import { Submit } from '../../../shared/forms/submit.tsx';
import { TextField } from '../../../shared/forms/text-field.tsx';
import { useForm } from '../../../shared/forms/use-form.ts';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { namesOf, required } from '../../../shared/staff/asked.tsx';
import { choicesOf } from '../../../shared/staff/choices-of.ts';
import { emptyFields } from '../../../shared/staff/empty-fields.ts';
import { goWith } from '../../../shared/staff/flash.tsx';
import { useAct } from '../../../shared/staff/use-act.ts';
import { centreSharing } from '../../../shared/words/en/centre-sharing.ts';
import { commonWords } from '../../../shared/words/en/common.ts';
import type { FieldWords } from '../../../shared/words/en/problems.ts';
import { staffWords } from '../../../shared/words/en/staff.ts';
import { today } from '../../parts/day-text.ts';
import { PatientAct } from '../../parts/patient-act.tsx';
import { ReasonAct } from '../../parts/reason-act.tsx';

const words = centreSharing.give;
type Grant = Patient['grants'][number];

const said = (
  name: 'centre' | 'startsOn' | 'endsOn' | 'reason',
  more: Readonly<Record<string, string>> = {},
): FieldWords => ({ [name]: { ...namesOf({ [name]: words[name] })[name], ...more } });
const fields = {
  ...said('centre', {
    'own-centre': words.own,
    'not-a-centre': words.notACentre,
    'too-many': words.tooMany,
  }),
  ...said('startsOn', { 'too-far': words.startsTooFar }),
  ...said('endsOn', { 'in-the-past': words.endsInThePast, 'too-long': words.endsTooLong }),
  ...said('reason'),
};

function GiveForm({ patient, grant }: { readonly patient: Patient; readonly grant?: Grant }): VNode {
  const directory = useCall('list-directory', { query: {} });
  const form = useForm({
    centre: grant?.centre ?? '',
    mayRecord: grant?.mayRecord === true ? 'yes' : 'no',
    startsOn: grant?.startsOn ?? today(),
    endsOn: grant?.endsOn ?? '',
    reason: grant?.reason ?? '',
  });
  const save = useAct('put-grant', form, fields);
  const submit = async (): Promise<void> => {
    const { centre, mayRecord, ...rest } = form.values;
    const empty = emptyFields({ centre, ...rest }, fields);
    if (Object.keys(empty).length > 0) {
      form.refuse(empty);
      return;
    }
    const outcome = await save(({ mutationId }) => ({
      params: { p: patient.id, centre },
      body: { mutationId, mayRecord: mayRecord === 'yes', ...rest },
    }));
    if (outcome.ok) goWith(`/patients/${patient.id}`, words.saved);
  };
  if (grant === undefined && directory.value === undefined)
    return directory.failure === undefined ? (
      <Waiting />
    ) : (
      <Failed failure={directory.failure} onRetry={() => void directory.again()} />
    );
  return (
    <Form form={form} onSubmit={submit}>
      <p>{words.intro}</p>
      {grant === undefined ? (
        <SelectField
          {...form.text('centre')}
          {...required(words.centre)}
          choices={(directory.value?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          none={staffWords.choose}
        />
      ) : (
        <p id="centre">
          <strong>{words.centre.label}:</strong> {grant.centreName}
        </p>
      )}
      <Radios
        {...form.text('mayRecord')}
        {...required(words.mayRecord)}
        choices={choicesOf(['no', 'yes'], words.mayRecord)}
      />
      <TextField {...form.text('startsOn')} {...required(words.startsOn)} type="date" width={10} />
      <TextField {...form.text('endsOn')} {...required(words.endsOn)} type="date" width={10} />
      <TextField {...form.text('reason')} {...required(words.reason)} maxLength={300} />
      <Submit form={form}>{commonWords.save}</Submit>
    </Form>
  );
}

/** Shares a diary with one other centre, or changes or ends that. */
export function SharePage({ params }: PageProps): VNode {
  const { p = '', centre } = params;
  return (
    <PatientAct patient={p} title={centre === undefined ? words.title : words.changeTitle} act="put-grant">
      {(patient) => {
        const grant = patient.grants.find((one) => one.centre === centre);
        if (centre !== undefined && grant === undefined) return <p>{commonWords.notFoundText}</p>;
        return (
          <>
            <GiveForm patient={patient} {...(grant === undefined ? {} : { grant })} />
            {grant !== undefined && grant.state !== 'over' && (
              <ReasonAct
                said={centreSharing.end}
                field="endReason"
                act="end-grant"
                call={(body) => ({ params: { p: patient.id, centre: grant.centre }, body })}
                to={`/patients/${patient.id}`}
              />
            )}
          </>
        );
      }}
    </PatientAct>
  );
}
