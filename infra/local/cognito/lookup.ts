import type { Cognito } from './context.ts';
import { entry } from './entry.ts';
import { refuse } from './refusal.ts';
import { sameString, secretHash } from './secrets.ts';
import type { Client, Pool, User } from './state.ts';

/** The pool, or ResourceNotFoundException. */
export function poolOf(cognito: Cognito, poolId: string): Pool {
  const pool = entry(cognito.state.pools, poolId);
  return pool ?? refuse('ResourceNotFoundException', `User pool ${poolId} does not exist.`);
}

/** The client of this pool, or ResourceNotFoundException. */
export function clientOf(pool: Pool, clientId: string): Client {
  const client = entry(pool.clients, clientId);
  return client ?? refuse('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
}

/** The pool and client a public operation names by the client's id alone. */
export function poolOfClient(cognito: Cognito, clientId: string): { pool: Pool; client: Client } {
  for (const pool of Object.values(cognito.state.pools)) {
    const client = entry(pool.clients, clientId);
    if (client) return { pool, client };
  }
  return refuse('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
}

/** A user name as this pool compares it. Case matters unless the pool says otherwise (UsernameConfiguration). */
export const foldName = (pool: Pool, username: string): string =>
  pool.settings.UsernameConfiguration?.CaseSensitive === false ? username.toLowerCase() : username;

/** The user by user name or, as the admin operations allow, by `sub`; undefined when there is none. */
export const findUser = (pool: Pool, username: string): User | undefined =>
  entry(pool.users, foldName(pool, username)) ??
  Object.values(pool.users).find((user) => user.sub === username);

/** The user, or UserNotFoundException. Only for operations an administrator calls: it tells who exists. */
export const userOf = (pool: Pool, username: string): User =>
  findUser(pool, username) ?? refuse('UserNotFoundException', 'User does not exist.');

/** The key a user is kept under. */
export const keyOf = (pool: Pool, user: User): string => foldName(pool, user.username);

/** Refuses a caller who does not prove to know the client's secret. A client without one asks for none. */
export function checkSecretHash(client: Client, username: string, hash: string | undefined): void {
  if (client.secret === undefined) return;
  if (hash === undefined) {
    refuse(
      'NotAuthorizedException',
      `Client ${client.id} is configured with secret but SECRET_HASH was not received`,
    );
  }
  if (!sameString(hash, secretHash(client.secret, username, client.id))) {
    refuse('NotAuthorizedException', `Unable to verify secret hash for client ${client.id}`);
  }
}
