import type { VNode } from 'preact';
import { PasswordField } from '../forms/password-field.tsx';
import { Radios } from '../forms/radios.tsx';
import { TextField } from '../forms/text-field.tsx';
import type { TextBinding } from '../forms/use-form.ts';
import { sessionWords as words } from '../words/en/session.ts';
import { signInWords } from '../words/en/sign-in.ts';

export interface AccountValues {
  readonly account: string;
  readonly username: string;
  readonly password: string;
  readonly secondFactor: string;
}
interface Props {
  readonly form: { readonly values: AccountValues; text: (name: keyof AccountValues) => TextBinding };
}

/** A new account with its rules in sight, or the sign-in details of one the person has. */
export function AccountFields({ form }: Props): VNode {
  const isNew = form.values.account === 'new';
  return (
    <>
      <Radios
        {...form.text('account')}
        label={words.accountQuestion}
        choices={[
          { value: 'new', label: words.accountNew },
          { value: 'existing', label: words.accountExisting },
        ]}
      />
      <TextField
        {...form.text('username')}
        label={signInWords.username}
        {...(isNew ? { hint: words.usernameNewHint } : {})}
        autoComplete="username"
        lower
      />
      <PasswordField
        key={form.values.account}
        {...form.text('password')}
        label={signInWords.password}
        {...(isNew ? { hint: words.passwordHint } : {})}
        autoComplete={isNew ? 'new-password' : 'current-password'}
      />
      {!isNew && (
        <TextField
          {...form.text('secondFactor')}
          label={words.secondFactor}
          hint={words.secondFactorHint}
          inputMode="numeric"
          autoComplete="one-time-code"
          width={10}
          optional
        />
      )}
    </>
  );
}
