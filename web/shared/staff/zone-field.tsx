import type { VNode } from 'preact';
import { SelectField } from '../forms/select-field.tsx';
import type { FieldProps } from '../forms/field.tsx';

interface Props extends FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** The zones most people need come first; the others follow as the browser knows them. */
const near = ['Europe/London', 'Europe/Dublin', 'Europe/Jersey', 'Europe/Guernsey', 'Europe/Isle_of_Man'];

const choice = (zone: string): { value: string; label: string } => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
});

/** A time zone, from the browser's own list. */
export function ZoneField(props: Props): VNode {
  const all = new Set(
    [...near, props.value, ...Intl.supportedValuesOf('timeZone')].filter((zone) => zone !== ''),
  );
  return <SelectField {...props} choices={[...all].map(choice)} />;
}
