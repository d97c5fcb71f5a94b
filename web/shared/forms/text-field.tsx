import type { VNode } from 'preact';
import { useAsked } from './asking.ts';
import { Field, type FieldProps } from './field.tsx';
import { Input } from './input.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'time' | 'search';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  readonly autoComplete?: string;
  /** How wide the box looks, in characters; it never decides what may be typed. */
  readonly width?: 3 | 5 | 10 | 20;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly lower?: boolean;
  readonly suffix?: string;
}

/** One line of text, a date or a time, in the browser's own control. */
export function TextField(props: TextFieldProps): VNode {
  const { describedBy } = useAsked(props);
  const { id, value, onValue, type = 'text', width, lower = false, suffix, error } = props;
  const box = (
    <Input
      id={id}
      name={id}
      type={type}
      // A phone number or a name runs its own way; an empty field as the page does.
      dir={value === '' ? undefined : 'auto'}
      class={width === undefined ? 'box' : `box box-${String(width)}`}
      value={value}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete ?? 'off'}
      maxLength={props.maxLength}
      min={props.min}
      max={props.max}
      autoCapitalize={lower ? 'none' : undefined}
      autoCorrect={lower ? 'off' : undefined}
      spellcheck={lower ? false : undefined}
      aria-describedby={describedBy}
      aria-invalid={error === undefined ? undefined : true}
      onInput={(event) => {
        onValue(event.currentTarget.value);
      }}
    />
  );
  return (
    <Field {...props}>
      {suffix === undefined ? (
        box
      ) : (
        <span class="with-suffix">
          {box}
          <span class="suffix">{suffix}</span>
        </span>
      )}
    </Field>
  );
}
