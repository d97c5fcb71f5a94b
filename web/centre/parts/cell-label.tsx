import type { VNode } from 'preact';

/** In narrow windows a row of a table is a card, and each cell says its column itself. */
export const CellLabel = ({ children }: { readonly children: string }): VNode => (
  <span class="cell-label" aria-hidden="true">
    {children}
  </span>
);
