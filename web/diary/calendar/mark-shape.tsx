import type { VNode } from 'preact';
import type { Mark } from './day-marks.ts';

const shapes: Readonly<Record<Mark, VNode>> = {
  recorded: (
    <>
      <rect x="2" y="2" width="16" height="16" rx="4" class="mark-solid" />
      <path d="M6 6.5h8M10 6.500v8" class="mark-cut" />
    </>
  ),
  planned: (
    <>
      <rect x="2.500" y="2.500" width="15" height="15" rx="4" class="mark-dashed" />
      <path d="M6.500 7h7M10 7v7" class="mark-line" />
    </>
  ),
  open: (
    <>
      <rect x="2.500" y="2.500" width="15" height="15" rx="4" class="mark-dashed mark-open" />
      <path d="M10 5.500v6M10 13.700v1.500" class="mark-line mark-open" />
    </>
  ),
  'not-taken': (
    <>
      <rect x="2.500" y="2.500" width="15" height="15" rx="4" class="mark-dashed" />
      <path d="M6.500 6.500l7 7M13.500 6.500l-7 7" class="mark-line" />
    </>
  ),
  bleed: <path d="M10 .800 19.200 10 10 19.200.800 10z" class="mark-bleed" />,
  confirmed: <path d="M4 10.500l4 4 8-9" class="mark-line mark-tick" />,
};

/**
 * A sign drawn in SVG, never a background: backgrounds vanish in forced colours and in print. Solid with a T is
 * recorded, dashed is planned, ◆ is a bleed; what it means is always said in words beside it or in a name.
 */
export function MarkShape({ mark, count = 1 }: { readonly mark: Mark; readonly count?: number }): VNode {
  return (
    <svg class={`mark mark-of-${mark}`} viewBox="0 0 20 20" aria-hidden="true">
      {shapes[mark]}
      {count > 1 && mark === 'bleed' && (
        <text x="10" y="13.5" class="mark-number">
          {count}
        </text>
      )}
    </svg>
  );
}
