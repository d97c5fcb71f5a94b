import type { MonthView } from '#contracts/diary.ts';
import type { Entry } from '#contracts/entries.ts';
import { bleedFields, bleedValues } from '../bleed/bleed-values.ts';
import type { Unsent } from '../state/save-entry.ts';
import { treatmentBody } from '../treatment/treatment-body.ts';
import { treatmentValues } from '../treatment/treatment-values.ts';

/** An entry as another diary takes it. */
export type Moved =
  | { readonly route: 'put-treatment'; readonly body: Unsent<'put-treatment'> }
  | { readonly route: 'put-bleed'; readonly body: Unsent<'put-bleed'> };

/**
 * The same entry for another diary. `undefined` for what stays: periods answer for one diary's own plan, and a
 * treatment that is for a bleed stands with that bleed.
 */
export function movedEntry(view: MonthView, entry: Entry): Moved | undefined {
  if (entry.kind === 'treatment') {
    if (entry.bleeds.length > 0) return undefined;
    return { route: 'put-treatment', body: { ...treatmentBody(treatmentValues(view, entry)), moved: true } };
  }
  if (entry.kind !== 'bleed') return undefined;
  const { sameAs: _s, notSameAs: _n, ...bleed } = entry;
  const body = bleedFields(bleedValues(bleed), entry.startedAt.zone);
  return body === undefined ? undefined : { route: 'put-bleed', body: { ...body, moved: true } };
}
