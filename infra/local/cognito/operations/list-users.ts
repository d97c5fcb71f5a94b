import * as z from 'zod';
import { operation } from '../context.ts';
import { poolOf } from '../lookup.ts';
import { refuse } from '../refusal.ts';
import type { User } from '../state.ts';
import { describeUser } from './users.ts';

/** The attributes ListUsers can search; custom ones it cannot (API reference, ListUsers, Filter). */
const SEARCHABLE = new Set(
  'username email phone_number name given_name family_name preferred_username cognito:user_status status sub'.split(
    ' ',
  ),
);
const FILTER = /^\s*(?<name>[\w:"]+)\s*(?<how>=|\^=)\s*"(?<value>(?:[^"\\]|\\.)*)"\s*$/u;

function valueOf(user: User, name: string): string {
  if (name === 'username') return user.username;
  if (name === 'sub') return user.sub;
  if (name === 'cognito:user_status') return user.status;
  if (name === 'status') return user.enabled ? 'Enabled' : 'Disabled';
  return user.attributes[name] ?? '';
}

function matcher(filter: string | undefined): (user: User) => boolean {
  if (filter === undefined || filter === '') return () => true;
  const { name = '', how, value = '' } = FILTER.exec(filter)?.groups ?? {};
  const attribute = name.replaceAll('"', '');
  if (how === undefined || !SEARCHABLE.has(attribute)) {
    return refuse(
      'InvalidParameterException',
      `One or more requested attributes could not be searched: ${filter}`,
    );
  }
  const wanted = value.replaceAll('\\"', '"');
  return (user) =>
    how === '=' ? valueOf(user, attribute) === wanted : valueOf(user, attribute).startsWith(wanted);
}

export const ListUsers = operation(
  'iam',
  z.object({
    UserPoolId: z.string(),
    Filter: z.string().optional(),
    Limit: z.number().int().min(0).max(60).optional(),
    PaginationToken: z.string().optional(),
    AttributesToGet: z.array(z.string()).optional(),
  }),
  (cognito, { UserPoolId, Filter, Limit, PaginationToken, AttributesToGet }) => {
    const found = Object.values(poolOf(cognito, UserPoolId).users).filter(matcher(Filter));
    const from = PaginationToken === undefined ? 0 : Number(PaginationToken);
    if (!Number.isInteger(from)) refuse('InvalidParameterException', 'Invalid pagination token');
    const end = from + (Limit ?? 60);
    const Users = found.slice(from, end).map((user) => {
      const { sub, attributes } = user;
      const wanted = Object.entries({ sub, ...attributes }).filter(
        ([name]) => AttributesToGet?.includes(name) ?? true,
      );
      return { ...describeUser(user), Attributes: wanted.map(([Name, Value]) => ({ Name, Value })) };
    });
    return { Users, ...(end < found.length && { PaginationToken: String(end) }) };
  },
);
