import type { ComponentChildren, VNode } from 'preact';

interface Props {
  readonly kind?: 'info' | 'success' | 'warning' | 'danger';
  readonly title?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Read out when it appears. */
  readonly live?: boolean;
}

/** A box that stands out; its kind is said by its words too, never by colour alone. */
export function Notice({ kind = 'info', title, children, live = false }: Props): VNode {
  return (
    <div class={`notice notice-${kind}`} role={live ? (kind === 'danger' ? 'alert' : 'status') : undefined}>
      {title !== undefined && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}
