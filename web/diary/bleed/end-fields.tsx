import type { VNode } from 'preact';
import { localNow } from '../../shared/dates/days.ts';
import { Radios } from '../../shared/forms/radios.tsx';
import type { Errors } from '../../shared/forms/use-form.ts';
import { bleedWords as words } from '../../shared/words/en/bleed.ts';
import { WhenFields } from '../parts/when-fields.tsx';
import type { BleedValues } from './bleed-values.ts';

interface Props {
  readonly values: BleedValues;
  readonly set: (change: Partial<BleedValues>) => void;
  readonly errors: Errors;
  readonly today: string;
  readonly homeZone: string;
}

/** Whether the bleed is over, and when it ended. */
export function EndFields({ values, set, ...rest }: Props): VNode {
  return (
    <>
      <Radios
        id="ended"
        label={words.ended}
        value={values.ended}
        choices={[
          { value: 'no', label: words.endedNo },
          { value: 'yes', label: words.endedYes },
        ]}
        onValue={(ended) => {
          const { day, time } = localNow(rest.homeZone);
          if (ended === 'no') set({ ended: 'no' });
          else
            set({
              ended: 'yes',
              endDate: values.endDate === '' ? day : values.endDate,
              endTime: values.endTime === '' ? time : values.endTime,
            });
        }}
      />
      {values.ended === 'yes' && (
        <WhenFields
          {...rest}
          label={words.endedAt}
          dateId="endDate"
          timeId="endTime"
          values={{ date: values.endDate, time: values.endTime }}
          set={({ date = values.endDate, time = values.endTime }) => {
            set({ endDate: date, endTime: time });
          }}
        />
      )}
    </>
  );
}
