import type { VNode } from 'preact';
import { formatAmount } from '#domain/format-amount.ts';
import { Radios } from '../../shared/forms/radios.tsx';
import type { FormModel } from '../../shared/forms/use-form.ts';
import { bleedWords as words } from '../../shared/words/en/bleed.ts';
import { treatmentWords } from '../../shared/words/en/treatment.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { WhenFields } from '../parts/when-fields.tsx';
import { BatchRadios } from '../treatment/batch-radios.tsx';
import { containerLine } from '../treatment/container-line.ts';
import { treatmentBody } from '../treatment/treatment-body.ts';
import type { TreatmentValues } from '../treatment/treatment-values.ts';
import type { BleedFormValues } from './dose-body.ts';

interface Props {
  readonly form: FormModel<BleedFormValues>;
  readonly view: OpenDiary['view'];
}

/** Whether it was treated: with the same as last time in one press, or with something else on the next page. */
export function TreatedFields({ form, view }: Props): VNode {
  const { values } = form;
  const { dose, bleedId } = values;
  const last = view.lastTreatment;
  const setDose = (change: Partial<TreatmentValues>): void => {
    form.set({ dose: { ...dose, ...change } });
  };
  const choose = (treated: string): void => {
    if (treated === 'last') {
      // By default it was treated when it was noticed.
      form.set({
        treated,
        id: dose.id,
        dose: { ...dose, date: values.date, time: values.time || dose.time },
      });
    } else form.set({ treated: treated === 'other' ? 'other' : 'no', id: bleedId });
  };
  const { containers, amount } = treatmentBody(dose);
  const under = (
    <>
      {containers.map((container, index) => (
        <p key={index}>{containerLine(container, amount.unit)}</p>
      ))}
      <BatchRadios values={dose} set={setDose} view={view} />
      <WhenFields
        label={words.treatedWhen}
        values={dose}
        set={setDose}
        errors={form.errors}
        prefix="dose-"
        today={view.today}
        homeZone={view.homeZone}
      />
    </>
  );
  return (
    <Radios
      id="treated"
      label={words.treated}
      value={values.treated}
      onValue={choose}
      choices={[
        { value: 'no', label: words.treatedNo },
        ...(last === undefined
          ? []
          : [{ value: 'last', label: treatmentWords.what(last.productName, formatAmount(last.amount)) }]),
        { value: 'other', label: words.treatedOther },
      ]}
      under={{ last: under }}
    />
  );
}
