import type { VNode } from 'preact';
import type { BodyShape } from './body-regions.ts';

/** The outline of one region, filled with a pattern where something is to be said about it. */
export function BodyRegionShape({
  shape,
  fill,
  name,
}: {
  readonly shape: BodyShape;
  /** A paint such as `url(#…)`; nothing for an empty region. */
  readonly fill?: string | undefined;
  readonly name: string;
}): VNode {
  const paint = fill === undefined ? {} : { fill };
  return shape.kind === 'ellipse' ? (
    <ellipse
      class={name}
      cx={shape.at[0]}
      cy={shape.at[1]}
      rx={shape.radius[0]}
      ry={shape.radius[1]}
      {...paint}
    />
  ) : (
    <polygon class={name} points={shape.points.map((point) => point.join(',')).join(' ')} {...paint} />
  );
}
