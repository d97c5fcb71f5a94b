import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GROUPS } from '#contracts/authorisation/expected-answer.ts';
import type { SituationName } from '#contracts/authorisation/situations.ts';
import type { Audience } from '#contracts/route.ts';
import type { ServiceEndpoints } from '../../../infra/local/functions/environment-of.ts';
import type { LocalResources } from '../../../infra/local/local-options.ts';
import { writeItems } from '../../../infra/local/demo/write-items.ts';
import { writeUsers, type Pool } from '../../../infra/local/demo/write-users.ts';
import { freePorts } from '../../../infra/local/ports.ts';
import { startLocal } from '../../../infra/local/start-local.ts';
import { root } from '../../../infra/setup/root.mjs';
import { laterPeople, peopleItems } from './centre-items.ts';
import { diaryItems, laterItems } from './place-items.ts';
import { COLLEAGUE, LINKED, type Bearer, type Place } from './places.ts';
import { alteredToken, keptPools, placesOfRun, signerIn, type Tokens } from './sign-in.ts';

const HOUR_S = 3600;

interface System {
  readonly endpoints: ServiceEndpoints;
  readonly resources: LocalResources;
}

const people = (bearers: readonly Bearer[]) =>
  bearers.flatMap(({ account, group }) => {
    const audience = GROUPS[group];
    return audience === undefined ? [] : [{ audience, account }];
  });

/** Makes everybody's account and signs them in. */
const signAllIn = async (
  { cognito }: ServiceEndpoints,
  pools: Readonly<Record<Audience, Pool>>,
  bearers: readonly Bearer[],
): Promise<Map<string, Tokens>> => {
  const known = people(bearers);
  // Whom the cases help or sign out; neither ever signs in.
  const helped = [
    { audience: 'diary' as const, account: LINKED },
    { audience: 'centre' as const, account: COLLEAGUE },
  ];
  const users = [...known, ...helped].map((one) => ({
    ...one,
    username: one.account,
    email: undefined,
    shown: undefined,
  }));
  const authenticators = await writeUsers(cognito, pools, users);
  const tokens = new Map<string, Tokens>();
  for (const audience of ['diary', 'centre', 'registry'] as const) {
    const signIn = await signerIn(cognito, pools[audience]);
    const own = known.filter((one) => one.audience === audience);
    await Promise.all(
      own.map(async ({ account }) => {
        tokens.set(account, await signIn(account, authenticators.get(account)));
      }),
    );
  }
  return tokens;
};

/** Everybody and everything the cases need, then tokens for all, then what becomes of them afterwards. */
const fill = async (
  { endpoints, resources }: System,
  bearers: readonly Bearer[],
  places: readonly Place[],
  today: string,
): Promise<Map<string, Tokens>> => {
  const { tableName, pools } = placesOfRun(resources.functions);
  const diaries = places.filter(({ holds }) => holds === 'diary');
  await writeItems(endpoints.dynamodb, tableName, [
    ...peopleItems(bearers, places),
    ...diaries.flatMap((place) => diaryItems(place, today)),
  ]);
  const tokens = await signAllIn(endpoints, pools, bearers);
  await writeItems(endpoints.dynamodb, tableName, [
    ...laterPeople(bearers),
    ...diaries.flatMap((place) => laterItems(place)),
  ]);
  return tokens;
};

/** A local run with everybody and everything the cases need, whose tokens are older than what became of them. */
export const startMatrix = async (bearers: readonly Bearer[], places: readonly Place[], today: string) => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'haemdiary-matrix-'));
  let tokens = new Map<string, Tokens>();
  const local = await startLocal({
    assembly: join(root, 'cdk.out'),
    dataDirectory,
    ports: await freePorts(),
    demo: async ({ endpoints, resources }) => {
      tokens = await fill({ endpoints, resources }, bearers, places, today);
      return [];
    },
  });
  const { pools } = placesOfRun(local.resources.functions);
  const kept = keptPools(dataDirectory);

  /** The token that somebody sends in a situation, if any. */
  const tokenOf = ({ account, group }: Bearer, situation: SituationName): string | undefined => {
    const audience = GROUPS[group];
    const mine = tokens.get(account);
    if (audience === undefined || mine === undefined || situation === 'no-token') return undefined;
    const now = Math.floor(Date.now() / 1000);
    const altered = (more: Record<string, string | number>, signature: Parameters<typeof alteredToken>[4]) =>
      alteredToken(kept, pools[audience], mine.id, more, signature);
    if (situation === 'access-token') return mine.access;
    if (situation === 'expired-token')
      return altered({ iat: now - 2 * HOUR_S, exp: now - HOUR_S }, 'of the pool');
    if (situation === 'other-client') return altered({ aud: 'another-application' }, 'of the pool');
    return situation === 'tampered-token' ? altered({ account: 'somebody-else' }, 'as it was') : mine.id;
  };
  return {
    tokenOf,
    addressOf: (audience: Audience): string => new URL(local.addresses[audience] ?? '').origin,
    stop: async () => {
      await local.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
};
export type Matrix = Awaited<ReturnType<typeof startMatrix>>;
