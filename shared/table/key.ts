/**
 * Joins the parts of a key with `#`. A part that holds `#` would let one tenant's key begin like another's, so it is
 * refused here, below every caller.
 *
 * @throws Error when a part is empty or holds `#`
 */
export const key = (...parts: readonly (string | number)[]): string =>
  parts
    .map((part) => {
      const text = String(part);
      if (text === '' || text.includes('#')) throw new Error('A key part is empty or holds #.');
      return text;
    })
    .join('#');

/** Partition keys that a tenant owns all begin with `CENTRE#{c}`: IAM's leading keys depend on it. */
export const centreKey = (centre: string): string => key('CENTRE', centre);
/** The centre that a partition belongs to; `undefined` for what no centre owns. */
export const centreOfKey = (pk: string): string | undefined => /^CENTRE#([^#]+)(?:#|$)/.exec(pk)?.[1];
export const centreAdminKey = (centre: string): string => key('CENTRE', centre, 'ADMIN');
export const diaryKey = (centre: string, patient: string): string =>
  key('CENTRE', centre, 'PATIENT', patient);
