import type { ComponentChildren, VNode } from 'preact';
import { session } from '../session/session.ts';
import { commonWords } from '../words/en/common.ts';
import { deviceWords } from '../words/en/devices.ts';

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
      <a href="/devices">{deviceWords.account}</a>
      <button type="button" class="link" onClick={() => void session.signOut()}>
        {commonWords.signOut}
      </button>
    </div>
  );
}
