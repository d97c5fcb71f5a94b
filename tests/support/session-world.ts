import type { Temporal } from 'temporal-polyfill';
import { cognitoClient } from '#adapters/clients.ts';
import { createCognitoAccounts } from '#adapters/cognito-accounts.ts';
import { newId } from '#adapters/new-id.ts';
import type { Audience } from '#contracts/route.ts';
import { routes, type RouteName } from '#contracts/routes.ts';
import { problem, type Problem } from '#contracts/problem.ts';
import type { Owner } from '#table/entities/owner.ts';
import { invitation, invited } from '#table/entities/sign-in.ts';
import { created } from '#table/item.ts';
import { auditOf } from '#table/patterns.ts';
import { readRecalls } from '#usecases/stock/known-recalls.ts';
import { knownStatementInForce } from '#usecases/session/statement-in-force.ts';
import { invitationHash, newInvitationCode } from '#usecases/session/invitation-code.ts';
import type { Invitation } from '#usecases/session/open-invitation.ts';
import type { SessionContext } from '#usecases/session/session-context.ts';
import { sessionHandlers } from '../../functions/api/handlers/session.ts';
import { createApi } from '../../functions/middleware/create-api.ts';
import { apiEvent, ORIGIN_SECRET } from './api-event.ts';
import { lambdaContext } from './lambda-context.ts';
import { given, makePool, startLocalCognito, type LocalCognito, type TestPool } from './local-cognito.ts';
import { startTable, type TestTable } from './table.ts';
import { wholeTable } from './whole-table.ts';

export interface Answered {
  readonly status: number;
  /** The JSON of the answer; empty where there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly problem: Problem | undefined;
  /** The refresh cookie as a browser would send it back, if one was set; `''` when it was cleared. */
  readonly cookie: string | undefined;
  /** The device's own cookie, as a browser would send it back. */
  readonly device: string | undefined;
  /** Each Set-Cookie whole. */
  readonly cookies: readonly string[];
}

export interface SessionWorld {
  readonly context: SessionContext;
  readonly cognito: LocalCognito;
  readonly table: TestTable;
  readonly pools: Readonly<Record<Audience, TestPool>>;
  /** How long the function waited on purpose, in ms. */
  readonly waited: number[];
  readonly later: (duration: Temporal.DurationLike) => void;
  /** One request to the session API as the browser's page sends it. */
  readonly call: (
    name: RouteName,
    audience: Audience,
    asked?: {
      readonly body?: unknown;
      readonly params?: Readonly<Record<string, string>>;
      readonly cookie?: string | undefined;
      readonly device?: string | undefined;
      readonly headers?: Record<string, string | undefined>;
    },
  ) => Promise<Answered>;
  /** Writes an invitation and gives its code. */
  readonly invite: (
    to: Invitation['for'],
    more?: Partial<Invitation> & { readonly code?: string },
  ) => Promise<string>;
  readonly auditActions: (owner: Owner) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

const cookieOf = (cookies: readonly string[], name: RegExp): string | undefined => {
  const set = cookies.find((one) => name.test(one));
  if (set === undefined) return undefined;
  return set.includes('Max-Age=0') ? '' : set.slice(0, set.indexOf(';'));
};

const jsonOf = (body: string | undefined): Readonly<Record<string, unknown>> => {
  const read: unknown = body === undefined ? {} : JSON.parse(body);
  return typeof read === 'object' && read !== null ? { ...read } : {};
};

/** Cognito asks our own trigger, as it is deployed, on the test's table. */
const useTriggers = async (cognito: LocalCognito, table: TestTable): Promise<void> => {
  Object.assign(process.env, {
    TABLE_NAME: table.tableName,
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    // A client as the functions have it: it tries again when a kept connection was closed in the meantime.
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito.server().url,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  const preToken = await import('../../functions/triggers/pre-token.ts');
  const customMessage = await import('../../functions/triggers/custom-message.ts');
  cognito.outside.trigger = async (arn, event) =>
    arn.endsWith('pre-token') ? preToken.handler(event as never) : customMessage.handler(event as never);
};

/** Whoever may invite to it. */
const ownerOf = (to: Invitation['for']): Owner => {
  if (to.kind === 'registry') return { of: 'registry' };
  if (to.kind === 'staff') return { of: 'centre', centre: to.centre };
  return { of: 'diary', centre: to.centre, patient: to.patient };
};

const triggerArn = (name: string): string => `arn:aws:lambda:eu-west-2:000000000000:function:${name}`;

const makePools = async (cognito: LocalCognito): Promise<Record<Audience, TestPool>> => {
  const pool = (audience: Audience) =>
    makePool(cognito, {
      mfa: audience === 'diary' ? 'OPTIONAL' : 'ON',
      pool: {
        PoolName: audience,
        Policies: { PasswordPolicy: { MinimumLength: 12 } },
        LambdaConfig: {
          PreTokenGeneration: triggerArn('pre-token'),
          CustomMessage: triggerArn('custom-message'),
        },
      },
      client: {
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
        RefreshTokenValidity: audience === 'diary' ? 30 : 12,
        TokenValidityUnits: { RefreshToken: audience === 'diary' ? 'days' : 'hours', IdToken: 'minutes' },
        IdTokenValidity: 15,
        AuthSessionValidity: 15,
      },
    });
  return { diary: await pool('diary'), centre: await pool('centre'), registry: await pool('registry') };
};

/** The session API on an embedded table and local user pools, on a clock that only moves when told to. */
export const startSessionWorld = async (): Promise<SessionWorld> => {
  const [table, cognito] = await Promise.all([startTable(), startLocalCognito()]);
  const pools = await makePools(cognito);
  await useTriggers(cognito, table);
  const waited: number[] = [];
  const now = () => cognito.outside.now;
  const context: SessionContext = {
    ...wholeTable(table.store),
    now,
    newId: () => newId(Date.now()),
    statementInForce: knownStatementInForce(table.store, now),
    recallsAt: readRecalls,
    accounts: createCognitoAccounts({ client: cognitoClient(), pools }),
    wait: (milliseconds) => {
      waited.push(milliseconds);
      return Promise.resolve();
    },
  };
  const api = createApi({
    audience: 'open',
    handlers: sessionHandlers,
    contextFor: () => context,
    originSecret: ORIGIN_SECRET,
  });
  return {
    context,
    cognito,
    table,
    pools,
    waited,
    later: (duration) => {
      cognito.later(duration);
    },
    call: async (name, audience, asked = {}) => {
      const route = given(routes.find((one) => one.name === name));
      const event = apiEvent({
        routeKey: `${route.method} ${route.path}`,
        params: { audience, ...asked.params },
        ...(asked.body === undefined ? {} : { body: asked.body }),
        cookies: [asked.cookie, asked.device].flatMap((one) => one ?? []),
        ...(asked.headers === undefined ? {} : { headers: asked.headers }),
      });
      const answer = await api(event, lambdaContext);
      const status = given(answer.statusCode);
      const body = jsonOf(answer.body);
      return {
        status,
        body,
        problem: status < 400 ? undefined : problem.parse(body),
        cookie: cookieOf(answer.cookies ?? [], /^__Host-haemdiary-[a-z]+=/),
        device: cookieOf(answer.cookies ?? [], /^__Host-haemdiary-[a-z]+-device=/),
        cookies: answer.cookies ?? [],
      };
    },
    invite: async (to, { code = newInvitationCode(), ...more } = {}) => {
      const made = newId(Date.now());
      const item: Invitation = {
        hash: invitationHash(code),
        owner: ownerOf(to),
        invitation: made,
        for: to,
        name: 'Robin Example',
        by: 'test',
        endsAt: now()
          .add({ hours: 14 * 24 })
          .toString(),
        misses: 0,
        ...created({ at: now().toString(), by: 'test', mutationId: made }),
        ...more,
      };
      await table.store.put(invited, item);
      await table.store.put(invitation, item);
      return code;
    },
    auditActions: async (owner) =>
      (await table.store.queryAll(auditOf(owner))).map(({ item }) => item.action).reverse(),
    stop: async () => {
      await cognito.stop();
      await table.stop();
    },
  };
};
