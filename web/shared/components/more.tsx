import type { ComponentChildren, VNode } from 'preact';

interface Props {
  readonly summary: ComponentChildren;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

/** Something that not everybody needs to read, behind its title. */
export function More({ summary, open = false, children }: Props): VNode {
  return (
    <details class="more" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
