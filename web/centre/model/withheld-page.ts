import type { WithheldItem } from '#contracts/sharing.ts';

/** The page on which it is changed from whom something is withheld. */
export const withheldPage = (
  patient: string,
  { what, about, on = '' }: Pick<WithheldItem, 'what' | 'about' | 'on'>,
): string =>
  what === 'zone'
    ? `/patients/${patient}/zone`
    : `/patients/${patient}/entries/${on.slice(0, 7)}/${about}/withhold`;
