import type { VNode } from 'preact';
import { Failed } from '../components/failed.tsx';
import { staffWords } from '../words/en/staff.ts';
import type { Paged } from './use-paged.ts';

/** The way on to the next page of a list, and what went wrong with it. */
export function MoreRows({ list }: { readonly list: Omit<Paged<unknown>, 'items'> }): VNode | null {
  if (list.failure !== undefined)
    return <Failed failure={list.failure} onRetry={list.more ? list.readMore : list.again} />;
  if (!list.more) return null;
  return (
    <button type="button" class="button button-second" aria-disabled={list.loading} onClick={list.readMore}>
      {staffWords.more}
    </button>
  );
}
