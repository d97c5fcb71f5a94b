import type { ComponentChildren, VNode } from 'preact';

interface Props {
  readonly id: string;
  readonly title: string;
  /** The panel's act, beside its title. */
  readonly act?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One part of the patient's screen. */
export function Panel({ id, title, act, children }: Props): VNode {
  return (
    <section aria-labelledby={`${id}-title`} class="panel">
      <div class="panel-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {act}
      </div>
      {children}
    </section>
  );
}
