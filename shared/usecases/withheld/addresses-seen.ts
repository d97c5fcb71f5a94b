import { PATIENT, type Sight } from './sight.ts';

/** The ways in which somebody can be reached or found. */
interface Addresses {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
}

/**
 * Something of a person as a reader may have it: without their addresses where those are withheld from that reader.
 *
 * @param of the account whose addresses they are; the patient's own where it is left out
 */
export const addressesSeen = <T extends Addresses>(
  one: T,
  sight: Pick<Sight, 'hasAddress'>,
  of: string = PATIENT,
): T | Omit<T, keyof Addresses> => {
  if (sight.hasAddress(of)) return one;
  const { email: _e, phone: _p, address: _a, ...rest } = one;
  return rest;
};
