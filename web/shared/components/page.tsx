import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { router } from '../router/router.ts';
import { commonWords } from '../words/en/common.ts';

interface Props {
  readonly title: string;
  /** Where the page's heading should say more than its title. */
  readonly heading?: ComponentChildren;
  /** Path of the page above this one. */
  readonly back?: string;
  readonly backLabel?: string;
  readonly children: ComponentChildren;
  /** Forms read better in a narrow column. */
  readonly narrow?: boolean;
}

/**
 * One page: its `<main>`, its one heading, and the document's title. After a navigation the focus goes to the
 * heading, as a fresh document would do for screen readers; on the first load it stays where the browser put it.
 */
export function Page({ title, heading, back, backLabel, children, narrow = false }: Props): VNode {
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${commonWords.name}`;
    if (router.visit.peek() > 0) top.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <main id="page" class={narrow ? 'page page-narrow' : 'page'} tabIndex={-1}>
      {back !== undefined && (
        <a class="back" href={back}>
          {backLabel ?? commonWords.back}
        </a>
      )}
      <h1 ref={top} tabIndex={-1}>
        {heading ?? title}
      </h1>
      {children}
    </main>
  );
}
