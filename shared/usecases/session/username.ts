import { username } from '#contracts/session.ts';

/** A typed username as the pools know it (they fold case), or `undefined` when nobody can be called so. */
export const asUsername = (typed: string): string | undefined => {
  const read = username.safeParse(typed);
  return read.success ? read.data.toLowerCase() : undefined;
};
