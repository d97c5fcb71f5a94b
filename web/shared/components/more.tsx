import type { ComponentChildren, VNode } from 'preact';

interface Props {
  readonly summary: ComponentChildren;
  readonly open?: boolean;
  /** Called when it is opened, for contents that are only made then. */
  readonly onOpen?: () => void;
  readonly children: ComponentChildren;
}

/** Something that not everybody needs to read, behind its title. */
export function More({ summary, open = false, onOpen, children }: Props): VNode {
  return (
    <details
      class="more"
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open) onOpen?.();
      }}
    >
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
