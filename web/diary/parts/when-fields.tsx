import type { VNode } from 'preact';
import { dayWords } from '../../shared/dates/day-words.ts';
import { addDays, deviceZone, isDay, localNow } from '../../shared/dates/days.ts';
import { Fieldset } from '../../shared/forms/fieldset.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import type { Errors } from '../../shared/forms/use-form.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { treatmentWords as words } from '../../shared/words/en/treatment.ts';

export interface WhenValues {
  readonly date: string;
  readonly time: string;
  /** IANA zone that the clock time is meant in. */
  readonly zone: string;
  readonly fold: string;
}
interface Props {
  readonly label: string;
  readonly values: Pick<WhenValues, 'date' | 'time'> & Partial<WhenValues>;
  readonly set: (change: Partial<WhenValues>) => void;
  readonly errors: Errors;
  readonly prefix?: string;
  readonly dateId?: string;
  readonly timeId?: string;
  readonly today: string;
  readonly homeZone: string;
  /** Ask which of a doubled hour is meant. */
  readonly asksFold?: boolean;
}

/** Away from home the clock on the wall is another: only then it is asked which one is meant. */
const isAway = (homeZone: string): boolean => {
  const [home, here] = [localNow(homeZone), localNow(deviceZone())];
  return home.day !== here.day || home.time !== here.time;
};

/** A date with Today and Yesterday at one press, and a time. */
export function WhenFields(props: Props): VNode {
  const { label, values, set, errors, prefix = '', today, homeZone, asksFold = false } = props;
  const dateId = `${prefix}${props.dateId ?? 'date'}`;
  const timeId = `${prefix}${props.timeId ?? 'time'}`;
  const chip = (text: string, day: string): VNode => (
    <button
      type="button"
      class="button button-quiet"
      aria-pressed={values.date === day}
      onClick={() => {
        set({ date: day });
      }}
    >
      {text}
    </button>
  );
  return (
    <Fieldset id={`${prefix}when`} label={label} group>
      <div class="buttons">
        {chip(diaryWords.today, today)}
        {chip(diaryWords.yesterday, addDays(today, -1))}
      </div>
      <div class="row">
        <TextField
          id={dateId}
          type="date"
          label={words.date}
          max={today}
          value={values.date}
          error={errors[dateId]}
          onValue={(date) => {
            set({ date });
          }}
        />
        <TextField
          id={timeId}
          type="time"
          label={words.time}
          value={values.time}
          error={errors[timeId]}
          onValue={(time) => {
            set({ time });
          }}
        />
      </div>
      {isDay(values.date) && <p class="hint">{dayWords.long(values.date)}</p>}
      {values.zone !== undefined && isAway(homeZone) && (
        <Radios
          id={`${prefix}zone`}
          label={words.zone}
          value={values.zone}
          onValue={(zone) => {
            set({ zone });
          }}
          choices={[
            { value: homeZone, label: words.zoneHome(homeZone) },
            { value: deviceZone(), label: words.zoneHere(deviceZone()) },
          ]}
        />
      )}
      {asksFold && (
        <Radios
          id={`${prefix}fold`}
          label={words.fold}
          value={values.fold ?? ''}
          onValue={(fold) => {
            set({ fold });
          }}
          choices={[
            { value: 'earlier', label: words.foldEarlier },
            { value: 'later', label: words.foldLater },
          ]}
        />
      )}
    </Fieldset>
  );
}
