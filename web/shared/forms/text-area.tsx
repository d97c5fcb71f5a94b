import type { VNode } from 'preact';
import { useAsked } from './asking.ts';
import { Field, type FieldProps } from './field.tsx';

interface Props extends FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
}

/** Several lines of text. */
export function TextArea(props: Props): VNode {
  const { describedBy } = useAsked(props);
  return (
    <Field {...props}>
      <textarea
        id={props.id}
        name={props.id}
        class="box"
        dir={props.value === '' ? undefined : 'auto'}
        rows={props.rows ?? 3}
        maxLength={props.maxLength}
        value={props.value}
        aria-describedby={describedBy}
        aria-invalid={props.error === undefined ? undefined : true}
        onInput={(event) => {
          props.onValue(event.currentTarget.value);
        }}
      />
    </Field>
  );
}
