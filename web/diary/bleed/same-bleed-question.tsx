import type { VNode } from 'preact';
import { dayWords } from '../../shared/dates/day-words.ts';
import { Radios } from '../../shared/forms/radios.tsx';
import { bleedWords as words } from '../../shared/words/en/bleed.ts';
import { placeOfBleed } from '../../shared/words/en/entry.ts';
import type { BleedValues } from './bleed-values.ts';
import type { RecentBleed } from './same-bleed.ts';

interface Props {
  readonly earlier: RecentBleed;
  readonly values: BleedValues;
  readonly set: (change: Partial<BleedValues>) => void;
  readonly error: string | undefined;
}

/** "The same bleed or a new one?": suggested by the centre's hours, answered by the person, and the answer is kept. */
export function SameBleedQuestion({ earlier, values, set, error }: Props): VNode {
  const day = dayWords.short(earlier.startedAt.local.slice(0, 10));
  return (
    <Radios
      id="sameAs"
      error={error}
      label={words.same(placeOfBleed(earlier), day)}
      value={values.sameAs === earlier.id ? 'same' : values.notSameAs === earlier.id ? 'new' : ''}
      onValue={(answer) => {
        set(
          answer === 'same' ? { sameAs: earlier.id, notSameAs: '' } : { sameAs: '', notSameAs: earlier.id },
        );
      }}
      choices={[
        { value: 'same', label: words.sameYes },
        { value: 'new', label: words.sameNo },
      ]}
      inline
    />
  );
}
