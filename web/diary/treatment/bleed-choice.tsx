import type { VNode } from 'preact';
import type { MonthView } from '#contracts/diary.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { Fieldset } from '../../shared/forms/fieldset.tsx';
import { bleedWords } from '../../shared/words/en/bleed.ts';
import { treatmentWords as words } from '../../shared/words/en/treatment.ts';
import { placeOfBleed } from '../../shared/words/en/entry.ts';
import { BleedFields } from '../bleed/bleed-fields.tsx';
import { useSameBleed } from '../bleed/use-same-bleed.ts';
import { WhenFields } from '../parts/when-fields.tsx';
import type { TreatmentPartProps } from './product-fields.tsx';

interface Props extends TreatmentPartProps {
  readonly view: MonthView;
  readonly asksFold: boolean;
}

/** Which bleeds the treatment was for: those still going on, or a new one described here. */
export function BleedChoice({ values, set, errors, view, asksFold }: Props): VNode {
  const { bleeds, newBleed } = values;
  const open = view.openBleeds;
  const earlier = bleeds.filter((id) => !open.some((bleed) => bleed.id === id));
  const choose = (id: string) => (checked: boolean) => {
    set({ bleeds: checked ? [...bleeds, id] : bleeds.filter((other) => other !== id) });
  };
  const suggested = useSameBleed(newBleed, view);
  const same = values.isNewBleed && newBleed.notSameAs !== suggested?.id ? suggested : undefined;
  const setBleed = (change: Partial<typeof newBleed>): void => {
    set({ newBleed: { ...newBleed, ...change } });
  };
  return (
    <>
      <Fieldset id="bleeds" label={words.bleeds} error={errors['bleeds']}>
        {open.map((bleed) => (
          <Checkbox
            key={bleed.id}
            id={`bleeds-${bleed.id}`}
            label={words.bleedOpen(placeOfBleed(bleed), dayWords.short(bleed.startedAt.local.slice(0, 10)))}
            checked={bleeds.includes(bleed.id)}
            onChecked={choose(bleed.id)}
          />
        ))}
        {earlier.map((id) => (
          <Checkbox key={id} id={`bleeds-${id}`} label={words.bleedKept} checked onChecked={choose(id)} />
        ))}
        <Checkbox
          id="bleeds-new"
          label={words.bleedNew}
          checked={values.isNewBleed}
          onChecked={(isNewBleed) => {
            set({ isNewBleed });
          }}
        />
      </Fieldset>
      {values.isNewBleed && (
        <div class="card">
          <h3>{bleedWords.newBleed}</h3>
          <BleedFields values={newBleed} set={setBleed} errors={errors} prefix="newBleed-" view={view} />
          {same !== undefined && (
            <Notice live title={words.bleedSame(placeOfBleed(same))}>
              <div class="buttons">
                <button
                  type="button"
                  class="button button-second"
                  onClick={() => {
                    set({ isNewBleed: false, bleeds: [...new Set([...bleeds, same.id])] });
                  }}
                >
                  {words.bleedSameYes}
                </button>
                <button
                  type="button"
                  class="button button-second"
                  onClick={() => {
                    setBleed({ notSameAs: same.id });
                  }}
                >
                  {bleedWords.sameNo}
                </button>
              </div>
            </Notice>
          )}
          <WhenFields
            label={bleedWords.started}
            values={newBleed}
            set={setBleed}
            errors={errors}
            prefix="newBleed-"
            today={view.today}
            homeZone={view.homeZone}
            asksFold={asksFold}
          />
        </div>
      )}
    </>
  );
}
