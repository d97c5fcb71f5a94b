import * as z from 'zod';
import { operation } from '../context.ts';
import { entry } from '../entry.ts';
import { poolOf, userOf } from '../lookup.ts';
import { refuse } from '../refusal.ts';
import type { Group, Pool } from '../state.ts';
import { groupsOf } from '../tokens.ts';

const membership = z.object({ UserPoolId: z.string(), Username: z.string(), GroupName: z.string() });

const describe = (pool: Pool, group: Group): Record<string, unknown> => ({
  GroupName: group.name,
  UserPoolId: pool.id,
  Description: group.description,
  Precedence: group.precedence,
  RoleArn: group.roleArn,
  CreationDate: group.createdAt / 1000,
  LastModifiedDate: group.createdAt / 1000,
});

const groupOf = (pool: Pool, name: string): Group =>
  entry(pool.groups, name) ?? refuse('ResourceNotFoundException', 'Group not found.');

export const CreateGroup = operation(
  'iam',
  z.object({
    UserPoolId: z.string(),
    GroupName: z.string().min(1).max(128),
    Description: z.string().max(2048).optional(),
    Precedence: z.number().int().min(0).optional(),
    RoleArn: z.string().optional(),
  }),
  (cognito, input) => {
    const pool = poolOf(cognito, input.UserPoolId);
    if (entry(pool.groups, input.GroupName)) {
      refuse('GroupExistsException', 'A group with the name already exists.');
    }
    const group: Group = {
      name: input.GroupName,
      createdAt: cognito.nowMs(),
      ...(input.Description !== undefined && { description: input.Description }),
      ...(input.Precedence !== undefined && { precedence: input.Precedence }),
      ...(input.RoleArn !== undefined && { roleArn: input.RoleArn }),
    };
    pool.groups[group.name] = group;
    return { Group: describe(pool, group) };
  },
);

export const GetGroup = operation(
  'iam',
  z.object({ UserPoolId: z.string(), GroupName: z.string() }),
  (cognito, { UserPoolId, GroupName }) => {
    const pool = poolOf(cognito, UserPoolId);
    return { Group: describe(pool, groupOf(pool, GroupName)) };
  },
);

export const AdminAddUserToGroup = operation(
  'iam',
  membership,
  (cognito, { UserPoolId, Username, GroupName }) => {
    const pool = poolOf(cognito, UserPoolId);
    const user = userOf(pool, Username);
    const { name } = groupOf(pool, GroupName);
    if (!user.groups.includes(name)) user.groups.push(name);
    return {};
  },
);

export const AdminRemoveUserFromGroup = operation(
  'iam',
  membership,
  (cognito, { UserPoolId, Username, GroupName }) => {
    const pool = poolOf(cognito, UserPoolId);
    const user = userOf(pool, Username);
    const { name } = groupOf(pool, GroupName);
    user.groups = user.groups.filter((other) => other !== name);
    return {};
  },
);

export const AdminListGroupsForUser = operation(
  'iam',
  z.object({ UserPoolId: z.string(), Username: z.string() }),
  (cognito, { UserPoolId, Username }) => {
    const pool = poolOf(cognito, UserPoolId);
    return { Groups: groupsOf(pool, userOf(pool, Username)).map((group) => describe(pool, group)) };
  },
);
