import type { VNode } from 'preact';
import { isolated } from '../words/isolated.ts';
import { useAsked } from './asking.ts';
import { Field, type FieldProps } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** Where the label is in another language than the page. */
  readonly lang?: string;
}
export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}
interface Props extends FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly choices?: readonly Choice[];
  readonly groups?: readonly ChoiceGroup[];
  /** Shown first, with no value, where nothing is chosen yet. */
  readonly none?: string;
}

const option = ({ value, label }: Choice): VNode => (
  <option key={value} value={value}>
    {isolated(label)}
  </option>
);

/** One of many, in the browser's own list. For a handful, use Radios. */
export function SelectField(props: Props): VNode {
  const { describedBy } = useAsked(props);
  const { id, value, onValue, choices = [], groups = [], none } = props;
  return (
    <Field {...props}>
      <select
        id={id}
        name={id}
        class="box"
        value={value}
        aria-describedby={describedBy}
        aria-invalid={props.error === undefined ? undefined : true}
        onChange={(event) => {
          onValue(event.currentTarget.value);
        }}
      >
        {none !== undefined && <option value="">{none}</option>}
        {choices.map(option)}
        {groups.map(({ label, choices: inside }) => (
          <optgroup key={label} label={label}>
            {inside.map(option)}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}
