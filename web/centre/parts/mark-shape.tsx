import type { VNode } from 'preact';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import type { Mark } from '../model/month-marks.ts';

const shapes: Readonly<Record<Mark, VNode>> = {
  recorded: <circle cx="8" cy="8" r="5.500" class="mark-full" />,
  extra: <rect x="3.500" y="3.500" width="9" height="9" rx="1" class="mark-full" />,
  open: <circle cx="8" cy="8" r="5" class="mark-line mark-thick" />,
  ahead: <circle cx="8" cy="8" r="5" class="mark-line mark-dashed" />,
  'not-taken': <path d="M4 4l8 8M12 4l-8 8" class="mark-line mark-thick" />,
  bleed: <path d="M8 1.500 14.500 8 8 14.500 1.500 8z" class="mark-full mark-bleed" />,
};

/** A shape for what stands on a day, with its words for those who don't see it. */
export const MarkShape = ({
  mark,
  silent = false,
}: {
  readonly mark: Mark;
  readonly silent?: boolean;
}): VNode => (
  <>
    <svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {shapes[mark]}
    </svg>
    {!silent && <span class="visually-hidden">{centrePatient.month.marks[mark]}, </span>}
  </>
);
