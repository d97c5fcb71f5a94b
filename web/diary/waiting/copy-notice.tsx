import type { VNode } from 'preact';
import { months } from '../state/months.ts';
import { AsOf } from './as-of.tsx';

/** Says of a month that it is a copy, how old, and why; nothing where it comes from the server. */
export function CopyNotice({ month }: { readonly month: string }): VNode | null {
  const at = months.copiedAt(month);
  if (at === undefined) return null;
  return <AsOf at={at} failure={months.failureOf(month)} again={() => void months.read(month)} />;
}
