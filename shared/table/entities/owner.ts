import * as z from 'zod';
import { id } from '#contracts/text.ts';
import { centreKey, diaryKey } from '../key.ts';

/** Whose audit, or whose outbox: a diary’s, a centre’s or the registry’s. */
export const owner = z.discriminatedUnion('of', [
  z.object({ of: z.literal('diary'), centre: id, patient: id }),
  z.object({ of: z.literal('centre'), centre: id }),
  z.object({ of: z.literal('registry') }),
]);
export type Owner = z.infer<typeof owner>;

export const ownerKey = (given: Owner): string => {
  switch (given.of) {
    case 'diary':
      return diaryKey(given.centre, given.patient);
    case 'centre':
      return centreKey(given.centre);
    case 'registry':
      return 'REGISTRY';
  }
};
