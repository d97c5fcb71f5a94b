import type { ComponentChildren, VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { InQuestion, useAsked } from './asking.ts';
import { FieldNotes, Need } from './field.tsx';

interface Props {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
}

/** One yes or no. Several stand in a Fieldset. */
export function Checkbox(props: Props): VNode {
  const { describedBy, saysNeed } = useAsked(props);
  const isPart = useContext(InQuestion);
  return (
    <div class={props.error === undefined ? 'field' : 'field field-wrong'}>
      <label class="choice">
        <input
          type="checkbox"
          id={props.id}
          name={props.id}
          checked={props.checked}
          aria-describedby={describedBy}
          aria-invalid={props.error === undefined ? undefined : true}
          onChange={(event) => {
            props.onChecked(event.currentTarget.checked);
          }}
        />
        <span>
          {props.label}
          {saysNeed && !isPart && <Need id={props.id} optional />}
        </span>
      </label>
      <FieldNotes {...props} />
    </div>
  );
}
