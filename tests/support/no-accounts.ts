import type { AccountHelp } from '#usecases/ports/accounts.ts';

/** User pools that only remember what was asked of them: for use cases whose own work is in the table. */
export const rememberedAccounts = (): AccountHelp & { readonly asked: string[] } => {
  const asked: string[] = [];
  const note = (what: string) => {
    asked.push(what);
    return Promise.resolve();
  };
  return {
    asked,
    find: () => Promise.resolve(undefined),
    resetSecondFactor: (audience, username) => note(`reset-second-factor ${audience} ${username}`),
    signOutEverywhere: (audience, username) => note(`sign-out ${audience} ${username}`),
  };
};
