import type { VNode } from 'preact';
import type { EasyReadPicture } from '#domain/easy-read.ts';

/** Lines only, in the colour of the text, so that they stay in forced colours and on paper. */
const lines: Readonly<Record<EasyReadPicture, string>> = {
  diary: 'M12 8h36a4 4 0 0 1 4 4v40a4 4 0 0 1-4 4H12zM12 8v48M22 22h20M22 32h20M22 42h12',
  people: 'M22 14a8 8 0 1 0 .01 0M42 18a7 7 0 1 0 .01 0M8 54c0-12 6-18 14-18s14 6 14 18M36 40c8-4 20 0 20 14',
  lock: 'M14 28h36v28H14zM20 28V20a12 12 0 0 1 24 0v8M32 38v8',
  phone: 'M16 8l10 2 4 12-6 5a30 30 0 0 0 13 13l5-6 12 4 2 10c-1 6-5 8-10 8C26 54 10 38 8 18c0-5 2-9 8-10z',
  question: 'M22 22a10 10 0 1 1 14 9c-3 2-4 4-4 8M32 48v4',
  pen: 'M10 54l4-14L42 12l10 10-28 28zM36 18l10 10',
  clock: 'M32 8a24 24 0 1 0 .01 0M32 18v14l10 6',
  'no-entry': 'M32 8a24 24 0 1 0 .01 0M18 32h28',
};

/** A simple picture beside a sentence that says the same, so it is not read out. */
export function EasyReadPictureShape({ picture }: { readonly picture: EasyReadPicture }): VNode {
  return (
    <svg class="easy-read-picture" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path d={lines[picture]} fill="none" stroke="currentColor" stroke-width="4" stroke-linejoin="round" />
    </svg>
  );
}
