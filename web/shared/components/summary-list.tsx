import type { ComponentChildren, VNode } from 'preact';
import { isolated } from '../words/isolated.ts';

/** Names and values, one a line; a value keeps its own direction. Lines whose value is `undefined` are left out. */
export function SummaryList({
  rows,
}: {
  readonly rows: readonly (readonly [string, ComponentChildren])[];
}): VNode {
  return (
    <dl class="summary-list">
      {rows
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'string' ? isolated(value) : value}</dd>
          </div>
        ))}
    </dl>
  );
}
