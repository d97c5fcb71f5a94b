import * as z from 'zod';

/** A demo account, as the console shows it and tests sign in with it. */
export const accountSchema = z.object({
  /** E.g. `carer`, `data manager`. */
  role: z.string(),
  username: z.string(),
  password: z.string(),
  /** Base32; only where the account has a second factor. */
  totpSecret: z.string().optional(),
  /** The audience whose site it signs in on. */
  site: z.string(),
  /** What it is there to show, in one sentence. */
  note: z.string(),
});
export type Account = z.infer<typeof accountSchema>;
