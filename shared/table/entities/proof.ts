import * as z from 'zod';

/** The hash of a proof, and the epoch second it is over. */
export const provenPassword = z.object({ hash: z.string(), until: z.int() });
