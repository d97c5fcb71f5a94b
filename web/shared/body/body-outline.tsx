import type { VNode } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { type BodyLevel, bodyLevel, BodyPatterns, patternId } from './body-patterns.tsx';
import { BODY_REGIONS, type BodyPlace, type BodyRegion, type BodyView, placeKey } from './body-regions.ts';
import { BodyRegionShape } from './body-region-shape.tsx';
import { BODY_SILHOUETTE } from './body-silhouette.ts';
import './body.css';

interface Props {
  readonly view: BodyView;
  /** The accessible name of the drawing: "The body from the front". */
  readonly label: string;
  /** Bleeds by `placeKey`; the caller puts a table of the same beside it. */
  readonly counts?: ReadonlyMap<string, number>;
  /** With these, the regions are buttons. A list of the same places belongs beside them. */
  readonly choice?: {
    readonly chosen: BodyPlace | undefined;
    readonly nameOf: (place: BodyPlace) => string;
    readonly onChoose: (place: BodyPlace) => void;
  };
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
const CHOSEN: BodyLevel = 3;

/** What stands in a region: how many, or a tick where it is chosen. */
function RegionMark({
  at: [x, y],
  text,
}: {
  readonly at: readonly [number, number];
  readonly text: string;
}): VNode {
  return (
    <>
      <circle cx={x} cy={y} r={text.length > 1 ? 8 : 6.5} class="body-plate" />
      <text x={x} y={y + 3.4} class="body-number">
        {text}
      </text>
    </>
  );
}

/** The regions as buttons: one stop for Tab, then the arrow keys, Home and End walk from head to foot. */
function RegionButtons({
  regions,
  choice,
  id,
}: {
  readonly regions: readonly BodyRegion[];
  readonly choice: NonNullable<Props['choice']>;
  readonly id: string;
}): VNode {
  const elements = useRef<(SVGGElement | null)[]>([]);
  const isChosen = ({ site, side }: BodyPlace): boolean =>
    choice.chosen?.site === site && choice.chosen.side === side;
  const [stop, setStop] = useState(() => Math.max(regions.findIndex(isChosen), 0));
  const move = (to: number): void => {
    const next = (to + regions.length) % regions.length;
    setStop(next);
    elements.current[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, index: number, region: BodyRegion): void => {
    const step = steps[event.key];
    if (step !== undefined) move(index + step);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(regions.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') choice.onChoose(region);
    else return;
    event.preventDefault();
  };
  return (
    <>
      {regions.map((region, index) => (
        <g
          key={index}
          ref={(element: SVGGElement | null) => {
            elements.current[index] = element;
          }}
          role="button"
          class="body-choice"
          tabindex={index === stop ? 0 : -1}
          aria-label={choice.nameOf(region)}
          aria-pressed={isChosen(region)}
          data-place={placeKey(region)}
          onClick={() => {
            setStop(index);
            choice.onChoose(region);
          }}
          onKeyDown={(event) => {
            onKeyDown(event, index, region);
          }}
        >
          <BodyRegionShape
            shape={region.shape}
            name={isChosen(region) ? 'body-region body-chosen' : 'body-region'}
            fill={isChosen(region) ? `url(#${patternId(id, CHOSEN)})` : undefined}
          />
          {isChosen(region) && <RegionMark at={region.label} text="✓" />}
        </g>
      ))}
    </>
  );
}

function RegionCounts({
  regions,
  counts,
  id,
}: {
  readonly regions: readonly BodyRegion[];
  readonly counts: ReadonlyMap<string, number>;
  readonly id: string;
}): VNode {
  const numbered = regions.flatMap((region) => {
    const count = region.primary ? (counts.get(placeKey(region)) ?? 0) : 0;
    const level = bodyLevel(count);
    return [{ region, count, level }];
  });
  return (
    <>
      {numbered.map(({ region, level }, index) => (
        <BodyRegionShape
          key={index}
          shape={region.shape}
          name={level === undefined ? 'body-region' : 'body-region body-full'}
          fill={level === undefined ? undefined : `url(#${patternId(id, level)})`}
        />
      ))}
      {numbered.map(
        ({ region, count, level }, index) =>
          level !== undefined && <RegionMark key={index} at={region.label} text={String(count)} />,
      )}
    </>
  );
}

/**
 * A figure from the front or from behind: to show how many bleeds each place had, or to choose a place. Patterns,
 * numbers and names say everything; colour says nothing by itself.
 */
export function BodyOutline({ view, label, counts, choice }: Props): VNode {
  const id = useId();
  const regions = BODY_REGIONS.filter((region) => region.view === view);
  return (
    <svg
      class="body-outline"
      viewBox="0 0 200 395"
      role={choice === undefined ? 'img' : 'group'}
      aria-label={label}
      data-view={view}
    >
      <BodyPatterns id={id} />
      <path d={BODY_SILHOUETTE} class="body-silhouette" />
      {choice === undefined ? (
        <RegionCounts regions={regions} counts={counts ?? new Map()} id={id} />
      ) : (
        <RegionButtons regions={regions} choice={choice} id={id} />
      )}
    </svg>
  );
}
