import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldProps } from './field.tsx';

/** Why each field of a form is asked, by its id without numbers and prefixes. */
export type Reasons = Readonly<Record<string, string>>;

/** What a form tells its fields: that each says whether it has to be filled in; its reasons while they are shown. */
export const Asking = createContext<{ readonly reasons: Reasons | undefined } | undefined>(undefined);
/** Inside a question of several controls, which speaks for them. */
export const InQuestion = createContext(false);

/** `containers-0-batch` is asked for the same reason as `containers-1-batch`, a new bleed as any bleed. */
const keyOf = (id: string): string => id.replaceAll(/-\d+(?=-|$)/g, '').replace(/^(?:newBleed|dose)-/, '');

interface Asked {
  /** The field says whether it has to be filled in. */
  readonly saysNeed: boolean;
  /** The reason, while reasons are shown. */
  readonly why: string | undefined;
  /** For `aria-describedby`: the ids of hint, reason and error, as far as they are there. */
  readonly describedBy: string | undefined;
}

/** What a field shows besides its label and control. */
export function useAsked({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>): Asked {
  const asking = useContext(Asking);
  const why = asking?.reasons?.[keyOf(id)];
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(why === undefined ? [] : [`${id}-why`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return { saysNeed: asking !== undefined, why, describedBy: ids.length === 0 ? undefined : ids.join(' ') };
}
