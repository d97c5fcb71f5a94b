import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { commonWords } from '../words/en/common.ts';
import { useAsked } from './asking.ts';
import { Field, type FieldProps } from './field.tsx';
import { Input } from './input.tsx';

interface Props extends FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
}

/** A password that can be looked at while typing, which helps more people than it harms. */
export function PasswordField(props: Props): VNode {
  const { describedBy } = useAsked(props);
  const [shown, setShown] = useState(false);
  return (
    <Field {...props}>
      <span class="with-suffix">
        <Input
          id={props.id}
          name={props.id}
          type={shown ? 'text' : 'password'}
          class="box"
          value={props.value}
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          autoCorrect="off"
          spellcheck={false}
          aria-describedby={describedBy}
          aria-invalid={props.error === undefined ? undefined : true}
          onInput={(event) => {
            props.onValue(event.currentTarget.value);
          }}
        />
        <button
          type="button"
          class="button button-quiet"
          aria-controls={props.id}
          aria-label={shown ? commonWords.hidePassword : commonWords.showPassword}
          onClick={() => {
            setShown(!shown);
          }}
        >
          {shown ? commonWords.hide : commonWords.show}
        </button>
      </span>
    </Field>
  );
}
