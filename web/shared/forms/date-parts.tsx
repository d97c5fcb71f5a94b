import type { VNode } from 'preact';
import { commonWords } from '../words/en/common.ts';
import type { FieldProps } from './field.tsx';
import { Fieldset } from './fieldset.tsx';

interface Props extends FieldProps {
  /** `YYYY-MM-DD`; while it is being typed, whatever stands in the three boxes joined by hyphens. */
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly birthDate?: boolean;
}

const pad = (text: string, length: number): string => (text === '' ? '' : text.padStart(length, '0'));

/** The typed parts as a day where they are one; the caller still checks that the day exists. */
export const joinedDay = (value: string): string => {
  const [year = '', month = '', day = ''] = value.split('-');
  return `${year}-${pad(month, 2)}-${pad(day, 2)}`;
};

/** A date people know by heart, such as a birth date: three small boxes are quicker than a calendar. */
export function DateParts(props: Props): VNode {
  const [year = '', month = '', day = ''] = props.value.split('-');
  const { id, onValue, birthDate = false } = props;
  const box = (part: 'day' | 'month' | 'year', value: string, join: (typed: string) => string): VNode => (
    <div>
      <label for={`${id}-${part}`} class="small-label">
        {commonWords[part]}
      </label>
      <input
        id={`${id}-${part}`}
        class={part === 'year' ? 'box box-5' : 'box box-3'}
        inputMode="numeric"
        autoComplete={birthDate ? `bday-${part}` : 'off'}
        value={value}
        aria-invalid={props.error === undefined ? undefined : true}
        onInput={(event) => {
          onValue(join(event.currentTarget.value.replaceAll(/\D/g, '')));
        }}
      />
    </div>
  );
  return (
    <Fieldset {...props}>
      <div class="date-parts">
        {box('day', day, (typed) => `${year}-${month}-${typed}`)}
        {box('month', month, (typed) => `${year}-${typed}-${day}`)}
        {box('year', year, (typed) => `${typed}-${month}-${day}`)}
      </div>
    </Fieldset>
  );
}
