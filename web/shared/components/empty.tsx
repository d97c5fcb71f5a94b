import type { ComponentChildren, VNode } from 'preact';

/** Said instead of an empty list: that there is nothing, and what to do about it. */
export function Empty({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="empty">{children}</div>;
}
