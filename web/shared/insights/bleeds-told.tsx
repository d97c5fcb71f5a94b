import type { VNode } from 'preact';
import type { Insights } from '#contracts/insights.ts';
import { BodyOutline } from '../body/body-outline.tsx';
import { BODY_REGIONS, placeKey } from '../body/body-regions.ts';
import { dayWords } from '../dates/day-words.ts';
import { placeOfBleed } from '../words/en/entry.ts';
import { insightsWords as words } from '../words/en/insights.ts';
import { rateText } from './insight-text.ts';
import { ToldTable } from './told-table.tsx';

interface Props {
  readonly told: Insights;
}

/** Bleeds and rates, each with its n; no rate where too few days were observed. */
export function RatesTold({ told }: Props): VNode {
  const { accounted } = told.accounted;
  const [all] = told.rates;
  const tooFew = all !== undefined && all.perYear === undefined;
  return (
    <>
      <ToldTable
        caption={words.rates.caption(accounted)}
        head={[words.rates.what, words.rates.count, words.rates.perYear]}
        rows={told.rates.map(({ kind, bleeds, perYear }) => [
          words.rates.kinds[kind],
          String(bleeds),
          rateText(perYear),
        ])}
      />
      {tooFew && <p class="hint">{words.rates.tooFew(told.minimumRateDays, accounted)}</p>}
      {all !== undefined && all.bleedsOnUnobservedDays > 0 && (
        <p class="hint">{words.rates.unobserved(all.bleedsOnUnobservedDays)}</p>
      )}
    </>
  );
}

const numbered = new Set(BODY_REGIONS.filter(({ primary }) => primary).map(placeKey));

/** How many bleeds each place had, on the body and in a table. */
export function PlacesTold({ told }: Props): VNode {
  const { count, places } = told.bleeds;
  if (count === 0) return <p>{words.places.none}</p>;
  const counts = new Map(places.map((place) => [placeKey(place), place.count]));
  return (
    <div class="told-places">
      <figure>
        <BodyOutline view="front" label={words.places.front} counts={counts} />
        <figcaption>{words.places.frontShort}</figcaption>
      </figure>
      <figure>
        <BodyOutline view="back" label={words.places.back} counts={counts} />
        <figcaption>{words.places.backShort}</figcaption>
      </figure>
      {places.some((place) => !numbered.has(placeKey(place))) && (
        <p class="hint told-beside">{words.places.beside}</p>
      )}
      <ToldTable
        caption={words.places.caption(count)}
        head={[words.places.place, words.places.count]}
        rows={places.map((place) => [placeOfBleed(place), String(place.count)])}
      />
    </div>
  );
}

export function CausesTold({ told }: Props): VNode {
  return (
    <ToldTable
      caption={words.places.caption(told.bleeds.count)}
      head={[words.causes.cause, words.places.count]}
      rows={told.bleeds.causes.map(({ cause, count }) => [words.causes.names[cause], String(count)])}
    />
  );
}

/** Target joints, under a name that says what they are. */
export function JointsTold({ told }: Props): VNode {
  const { from, joints } = told.targetJoints;
  return (
    <>
      {joints.length === 0 ? (
        <p>{words.joints.none(dayWords.middle(from))}</p>
      ) : (
        <ul>
          {joints.map((joint) => (
            <li key={placeKey(joint)}>
              {words.joints.since(placeOfBleed(joint), dayWords.middle(joint.since))}
            </li>
          ))}
        </ul>
      )}
      <p class="hint">{words.joints.rule}</p>
    </>
  );
}
