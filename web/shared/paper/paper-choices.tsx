import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { isDay } from '../dates/days.ts';
import { Checkbox } from '../forms/checkbox.tsx';
import { Form } from '../forms/form.tsx';
import { liveForm } from '../forms/live-form.ts';
import { Submit } from '../forms/submit.tsx';
import { TextField } from '../forms/text-field.tsx';
import { paperWords as words } from '../words/en/paper.ts';
import { type PaperContent, PaperForm } from './paper-form.tsx';
import { weeksOf } from './paper-week.ts';
import './paper.css';

interface Props {
  /** What is known of the patient. */
  readonly known: PaperContent;
  readonly today: string;
  /** What is done with them, where whoever prints isn't who fills them in. */
  readonly text?: string;
  /** The reasons of each field, for patients and carers. */
  readonly why?: 'paper';
}

interface Choices {
  readonly weeks: string;
  readonly first: string;
  readonly isBlank: boolean;
  readonly name: string;
  readonly number: string;
}

interface FieldsProps {
  readonly choices: Choices;
  readonly change: (part: Partial<Choices>) => void;
}

function Fields({ choices, change }: FieldsProps): VNode {
  const bind = (id: 'weeks' | 'first' | 'name' | 'number') => ({
    id,
    value: choices[id],
    onValue: (value: string) => {
      change({ [id]: value });
    },
  });
  return (
    <>
      <TextField
        {...bind('weeks')}
        label={words.weeks}
        hint={words.weeksHint}
        inputMode="numeric"
        width={3}
        error={weeksOf(choices.weeks) === undefined ? words.weeksWrong : undefined}
      />
      <Checkbox
        id="blank"
        label={words.blank}
        checked={choices.isBlank}
        onChecked={(isBlank) => {
          change({ isBlank });
        }}
      />
      {!choices.isBlank && (
        <>
          <TextField
            {...bind('first')}
            type="date"
            label={words.first}
            width={10}
            error={isDay(choices.first) ? undefined : words.firstWrong}
          />
          <TextField {...bind('name')} label={words.name} optional maxLength={80} />
          <TextField {...bind('number')} label={words.number} optional width={20} maxLength={30} />
        </>
      )}
    </>
  );
}

/** How many weeks, from when, and whether name and plan are printed; below it the first form as it will be on paper. */
export function PaperChoices({ known, today, text = words.text, why }: Props): VNode {
  const [choices, setChoices] = useState<Choices>({
    weeks: '4',
    first: today,
    isBlank: false,
    name: known.name,
    number: known.number,
  });
  const { isBlank, first, name, number } = choices;
  const weeks = weeksOf(choices.weeks);
  const isReady = weeks !== undefined && (isBlank || isDay(first));
  return (
    <>
      <div class="no-print">
        <p>{text}</p>
        <Form
          form={liveForm}
          onSubmit={() => {
            if (isReady) window.print();
            return Promise.resolve();
          }}
          {...(why === undefined ? {} : { why })}
        >
          <Fields
            choices={choices}
            change={(part) => {
              setChoices({ ...choices, ...part });
            }}
          />
          {isReady && (
            <>
              <p>{words.pages(weeks)}</p>
              <Submit form={liveForm}>{words.print}</Submit>
            </>
          )}
        </Form>
      </div>
      {isReady && (
        <PaperForm
          content={isBlank ? { ...known, name: '', number: '' } : { ...known, name, number }}
          weeks={weeks}
          first={isBlank ? undefined : first}
        />
      )}
    </>
  );
}
