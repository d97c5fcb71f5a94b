import type { ComponentChildren, VNode } from 'preact';
import { isolated } from '../words/isolated.ts';
import type { FieldProps } from './field.tsx';
import { Fieldset } from './fieldset.tsx';
import type { Choice } from './select-field.tsx';

interface Props extends FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly choices: readonly Choice[];
  /** Side by side where there is room. */
  readonly inline?: boolean;
  /** What belongs under a choice once it is chosen. */
  readonly under?: Readonly<Record<string, ComponentChildren>>;
}

/** One of a few, all in sight. The first choice's id is `{id}-{value}`. */
export function Radios(props: Props): VNode {
  const { id, value, onValue, choices, inline = false, under = {} } = props;
  return (
    <Fieldset {...props}>
      <div class={inline ? 'choices choices-inline' : 'choices'}>
        {choices.map((choice) => (
          <div key={choice.value}>
            <label class="choice">
              <input
                type="radio"
                id={`${id}-${choice.value}`}
                name={id}
                value={choice.value}
                checked={choice.value === value}
                onChange={() => {
                  onValue(choice.value);
                }}
              />
              <span>
                {choice.lang === undefined ? (
                  isolated(choice.label)
                ) : (
                  <bdi lang={choice.lang}>{choice.label}</bdi>
                )}
                {choice.hint !== undefined && <span class="hint">{choice.hint}</span>}
              </span>
            </label>
            {choice.value === value && under[choice.value] !== undefined && (
              <div class="choice-under">{under[choice.value]}</div>
            )}
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
