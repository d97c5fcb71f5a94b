import type { VNode } from 'preact';
import { BLEED_SITES, SIDES } from '#domain/vocabulary.ts';
import { BodyOutline } from '../../shared/body/body-outline.tsx';
import type { BodyPlace } from '../../shared/body/body-regions.ts';
import { bleedWords as words } from '../../shared/words/en/bleed.ts';
import { placeOfBleed } from '../../shared/words/en/entry.ts';
import { type BleedValues, hasSide } from './bleed-values.ts';

interface Props {
  readonly values: Pick<BleedValues, 'site' | 'side'>;
  readonly set: (change: Partial<BleedValues>) => void;
}

const chosenIn = ({ site, side }: Props['values']): BodyPlace | undefined => {
  const known = BLEED_SITES.find((one) => one === site);
  const knownSide = hasSide(site) ? SIDES.find((one) => one === side) : 'none';
  return known === undefined || knownSide === undefined ? undefined : { site: known, side: knownSide };
};

/** The place on a figure from the front and from behind, place and side in one press; the list below says the same. */
export function BodyChoice({ values, set }: Props): VNode {
  const choice = {
    chosen: chosenIn(values),
    nameOf: placeOfBleed,
    onChoose: ({ site, side }: BodyPlace) => {
      set({ site, side: side === 'none' ? '' : side });
    },
  };
  return (
    <div class="body-choice-pair">
      <figure>
        <BodyOutline view="front" label={words.front} choice={choice} />
        <figcaption>{words.front}</figcaption>
      </figure>
      <figure>
        <BodyOutline view="back" label={words.back} choice={choice} />
        <figcaption>{words.back}</figcaption>
      </figure>
    </div>
  );
}
