import type { VNode } from 'preact';
import type { RouteName } from '#contracts/routes.ts';
import { staff } from './staff.ts';

interface Props {
  readonly href: string;
  readonly label: string;
  /** Said instead of the label where several links on the page have the same one. */
  readonly full?: string;
  /** The route behind it: nothing is drawn for a job that may not call it. */
  readonly act: RouteName;
  readonly button?: boolean;
}

/** A link to an act, for those whose job covers it. */
export function ActLink({ href, label, full, act, button = false }: Props): VNode | null {
  if (!staff.may(act)) return null;
  return (
    <a class={button ? 'button button-second button-small' : undefined} href={href} aria-label={full}>
      {label}
    </a>
  );
}
