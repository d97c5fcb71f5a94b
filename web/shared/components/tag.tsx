import type { ComponentChildren, VNode } from 'preact';

interface Props {
  readonly kind?: 'plain' | 'good' | 'attention' | 'urgent' | 'paused';
  readonly children: ComponentChildren;
}

/** A short status in words, on a quiet ground. */
export function Tag({ kind = 'plain', children }: Props): VNode {
  return <strong class={`tag tag-${kind}`}>{children}</strong>;
}
