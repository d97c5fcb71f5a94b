import * as signIn from './entities/sign-in.ts';
import { key } from './key.ts';
import { pattern } from './pattern.ts';

/** The signed-in devices of an account. */
export const sessionsOf = (account: string) =>
  pattern({
    name: 'sessionsOf',
    partition: key('SESSION', account),
    range: 'all',
    finds: [signIn.session],
  });

/** What happened to an account, the newest first. */
export const eventsOf = (account: string) =>
  pattern({
    name: 'eventsOf',
    partition: key('ACCOUNT', account, 'EVENTS'),
    range: 'all',
    descending: true,
    finds: [signIn.accountEvent],
  });
