import type { VNode } from 'preact';
import { months } from '../state/months.ts';
import { AsOf } from './as-of.tsx';

/** Says of a month that it is a copy, and how old; nothing where it comes from the server. */
export function CopyNotice({ month }: { readonly month: string }): VNode | null {
  const at = months.copiedAt(month);
  return at === undefined ? null : <AsOf at={at} />;
}
