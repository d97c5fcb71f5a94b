import type { VNode } from 'preact';
import { Tag } from '../../shared/components/tag.tsx';
import { offlineWords as words } from '../../shared/words/en/offline.ts';
import { pending } from '../state/pending.ts';

/** Where an entry is that the server doesn't have yet; nothing beside any other. */
export function PendingTag({ id }: { readonly id: string }): VNode | null {
  const states = pending.value.filter((item) => item.id === id).map(({ state }) => state);
  const state = states.find((one) => one === 'needs-you') ?? states[0];
  if (state === undefined) return null;
  return <Tag kind={state === 'needs-you' ? 'urgent' : 'attention'}>{words.state[state]}</Tag>;
}
