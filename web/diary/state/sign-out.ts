import { session } from '../../shared/session/session.ts';

/**
 * Signs out. What is not sent, or not saved, is seen to first; where even the code for that can't be had, there is
 * nothing on this device to be seen to.
 */
export const signOut = (): Promise<void> =>
  import('./leave.ts').then(
    (module) => module.leave(),
    () => session.signOut(),
  );
