import type { ComponentChildren, VNode } from 'preact';
import { session } from '../session/session.ts';
import { commonWords } from '../words/en/common.ts';

/** Who is signed in, and the way out: ward computers are shared. */
export function WhoIsHere({
  name,
  children,
}: {
  readonly name: string;
  /** For example where they work. */
  readonly children?: ComponentChildren;
}): VNode {
  return (
    <div class="who-is-here">
      <span>{name}</span>
      {children}
      <button type="button" class="link" onClick={() => void session.signOut()}>
        {commonWords.signOut}
      </button>
    </div>
  );
}
