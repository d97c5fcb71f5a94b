import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { AcceptBody } from '#contracts/session.ts';
import type { Answer } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { send } from '../api/send.ts';
import { Page } from '../components/page.tsx';
import { isDay } from '../dates/days.ts';
import { DateParts, joinedDay } from '../forms/date-parts.tsx';
import { Form } from '../forms/form.tsx';
import { Submit } from '../forms/submit.tsx';
import { TextField } from '../forms/text-field.tsx';
import { type Errors, useForm } from '../forms/use-form.ts';
import { reasonWords } from '../words/en/problems.ts';
import { sessionFieldWords, sessionWords as words } from '../words/en/session.ts';
import { AccountFields, type AccountValues } from './account-fields.tsx';
import { passwordProblem, usernameProblem } from './account-rules.ts';
import { session } from './session.ts';

interface Props {
  readonly code: string;
  readonly seen: Answer<'see-invitation'>;
  readonly onDone: (username: string) => void;
}

type Values = AccountValues & { birthDate: string; displayName: string };

const isForWork = ({ kind }: Props['seen']): boolean => kind === 'staff' || kind === 'registry';

/** Reason codes by field, before anything is sent. */
function reasons(values: Values, seen: Props['seen']): Record<string, string | undefined> {
  const isNew = values.account === 'new';
  const birthDate = joinedDay(values.birthDate);
  return {
    birthDate:
      !seen.birthDateNeeded || isDay(birthDate) ? undefined : birthDate === '--' ? 'empty' : 'not-a-date',
    displayName: isForWork(seen) && values.displayName.trim() === '' ? 'empty' : undefined,
    username: isNew
      ? usernameProblem(values.username.trim())
      : values.username.trim() === ''
        ? 'empty'
        : undefined,
    password: isNew ? passwordProblem(values.password) : values.password === '' ? 'empty' : undefined,
    secondFactor: isNew || /^(?:\d{6})?$/.test(values.secondFactor.trim()) ? undefined : 'not-six-digits',
  };
}

const bodyOf = (values: Values, { code, seen }: Props, mutationId: string): AcceptBody => {
  const username = values.username.trim();
  const secondFactor = values.secondFactor.trim();
  return {
    mutationId,
    code,
    ...(seen.birthDateNeeded ? { birthDate: joinedDay(values.birthDate) } : {}),
    ...(isForWork(seen) ? { displayName: values.displayName.trim() } : {}),
    account:
      values.account === 'new'
        ? { kind: 'new', username, password: values.password }
        : {
            kind: 'existing',
            username,
            password: values.password,
            ...(secondFactor === '' ? {} : { secondFactor }),
          },
  };
};

const ids = {
  'account-username': 'username',
  'account-password': 'password',
  'account-secondFactor': 'secondFactor',
};

/** What the invitation asks for: the birth date, a name for colleagues, and a new or existing account. */
export function AcceptForm(props: Props): VNode {
  const { seen, onDone } = props;
  const [mutationId] = useState(newId);
  const form = useForm<Values>({
    account: 'new',
    username: '',
    password: '',
    secondFactor: '',
    birthDate: '',
    displayName: '',
  });
  const submit = async (): Promise<void> => {
    const errors: Errors = Object.fromEntries(
      Object.entries(reasons(form.values, seen)).flatMap(([id, reason]) =>
        reason === undefined ? [] : [[id, reasonWords(reason, id, sessionFieldWords)]],
      ),
    );
    if (Object.keys(errors).length > 0) {
      form.refuse(errors);
      return;
    }
    const body = bodyOf(form.values, props, mutationId);
    const outcome = await send('accept-invitation', { params: { audience: session.audience() }, body });
    if (outcome.ok) onDone(outcome.value.username);
    else if (outcome.failure.code === 'username-taken') {
      form.refuse({ username: reasonWords('taken', 'username', sessionFieldWords) });
    } else if (outcome.failure.code === 'not-accepted') form.refuse({}, words.acceptWrong);
    else form.refuseWith(outcome.failure, sessionFieldWords, ids);
  };
  return (
    <Page title={words.acceptTitle} back="/sign-in" narrow key="form">
      <p>{words.invitedTo[seen.kind](seen.centreName)}</p>
      <Form why="account" form={form} onSubmit={submit}>
        {seen.birthDateNeeded && (
          <DateParts {...form.text('birthDate')} label={words.birthDate} hint={words.birthDateHint} />
        )}
        {isForWork(seen) && (
          <TextField
            {...form.text('displayName')}
            label={words.displayName}
            hint={words.displayNameHint}
            autoComplete="name"
          />
        )}
        <AccountFields form={form} />
        <Submit form={form}>{words.accept}</Submit>
      </Form>
    </Page>
  );
}
