import type { WithheldItem } from '#contracts/sharing.ts';

/** The page on which it is changed from whom something is withheld. */
export const withheldPage = (
  patient: string,
  { what, about, on = '', at = '' }: Pick<WithheldItem, 'what' | 'about' | 'on' | 'at'>,
): string => {
  const page = {
    entry: `entries/${on.slice(0, 7)}/${about}/withhold`,
    log: `log/${encodeURIComponent(at)}/${about}`,
    address: `addresses/${about}`,
    zone: 'zone',
  };
  return `/patients/${patient}/${page[what]}`;
};
