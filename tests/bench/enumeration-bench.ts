import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { RouteName } from '#contracts/routes.ts';
import { birthDateHash, newInvitationCode } from '#usecases/session/invitation-code.ts';
import { PASSWORD } from '../support/local-cognito.ts';
import { putDiary } from '../support/put-diary.ts';
import { startSessionWorld, type SessionWorld } from '../support/session-world.ts';
import { fixed, median, printTable, timed } from './figures.ts';
import { heardIn } from './heard-in.ts';

const PAIRS = 48;
const AT_ONCE = 6;
const BIRTH = '2014-03-09';
const password = 'four green umbrellas';

interface Case {
  readonly name: string;
  readonly route: RouteName;
  /** The body for somebody, or for the code of something, that is there; and for what is not. */
  readonly known: (n: number) => object;
  readonly unknown: (n: number) => object;
}

const ids = { centre: 'northgate', patient: 'patient' };
const forWhom = (code: string) => ({
  kind: 'patient' as const,
  ...ids,
  centreName: 'Northgate',
  firstName: 'Robin',
  relation: 'self' as const,
  mayRecord: true,
  consent: 'not-needed' as const,
  birthDateHash: birthDateHash(code, BIRTH),
});

const casesOf = (codes: readonly string[]): readonly Case[] => {
  const accept = (n: number, code: string) => ({
    mutationId: `act-${String(n)}`,
    code,
    birthDate: '1999-01-01',
    account: { kind: 'new', username: `new-${String(n)}`, password },
  });
  const pair = (name: string, route: RouteName, more: object): Case => ({
    name,
    route,
    known: (n) => ({ username: `known-${String(n)}`, ...more }),
    unknown: (n) => ({ username: `nobody-${String(n)}`, ...more }),
  });
  return [
    pair('sign-in, wrong password', 'sign-in', { password: 'a wrong guess' }),
    pair('asking for a reset code', 'request-reset', {}),
    pair('reset with a wrong code', 'reset-password', { code: '123456', password }),
    {
      name: 'invitation, wrong birth date / no such code',
      route: 'accept-invitation',
      known: (n) => accept(n, codes[n] ?? ''),
      unknown: (n) => accept(n, newInvitationCode()),
    },
  ];
};

let asked = 0;
/** Each from a network of its own, so that no limit answers instead. */
const send = (world: SessionWorld, route: RouteName, body: object) => {
  asked += 1;
  const headers = { 'x-viewer-ip': `2001:db8:0:${asked.toString(16)}::1` };
  return timed(() => world.call(route, 'diary', { body, headers }));
};

/** Known and unknown by turns, a few at a time, the same for both: what disturbs one disturbs the other. */
const figuresOf = async (world: SessionWorld, { route, known, unknown }: Case, pairs: number) => {
  const figures: { readonly known: number[]; readonly unknown: number[] } = { known: [], unknown: [] };
  for (let from = 0; from < pairs; from += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, pairs - from) }, (_, n) => from + n);
    await Promise.all(
      batch.map(async (n) => {
        const turns = n % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
        for (const turn of turns)
          figures[turn].push(await send(world, route, turn === 'known' ? known(n) : unknown(n)));
      }),
    );
  }
  return figures;
};

const rowsOf = async (world: SessionWorld, cases: readonly Case[], pairs: number): Promise<string[][]> => {
  const rows: string[][] = [];
  for (const one of cases) {
    const { known, unknown } = await figuresOf(world, one, pairs);
    const { share, low, high } = heardIn(known, unknown);
    rows.push([
      one.name,
      fixed(median(known)),
      fixed(median(unknown)),
      `${fixed(share, 2)} (${fixed(low, 2)}–${fixed(high, 2)})`,
    ]);
  }
  return rows;
};

const peopled = async (): Promise<{ readonly world: SessionWorld; readonly codes: readonly string[] }> => {
  const world = await startSessionWorld();
  await putDiary(world.context, ids, { consent: { state: 'not-needed' } });
  const codes = Array.from({ length: PAIRS }, newInvitationCode);
  for (const [n, code] of codes.entries()) {
    const account = `known-${String(n)}`;
    const email = `${account}@example.org`;
    await world.context.accounts.create('diary', { account, username: account, password: PASSWORD, email });
    await world.invite(forWhom(code), { code });
  }
  return { world, codes };
};

/** Whether the time of an answer tells who exists: on real time, with and without the floor. */
export const benchEnumeration = async (): Promise<void> => {
  const { world, codes } = await peopled();
  const cases = casesOf(codes);
  const headings = ['what is refused', 'known ms', 'unknown ms', 'slower, of pairs (95 %)'];
  const now = () => Temporal.Now.instant();
  // First the work alone: each sample uses some of an account's tries up, so fewer.
  Object.assign(world.context, { now, wait: () => Promise.resolve() });
  const bare = await rowsOf(world, cases, 12);
  Object.assign(world.context, {
    wait: async (milliseconds: number) => {
      await wait(milliseconds);
    },
  });
  const evened = await rowsOf(world, cases, PAIRS);
  printTable('Answers without the floor (12 pairs each)', headings, bare);
  printTable(`Answers as they are (${String(PAIRS)} pairs each)`, headings, evened);
  process.stdout.write(
    'The share of pairs in which the known one took longer (Mann-Whitney U / n², Hanley-McNeil interval): 0.50 tells nothing.\n',
  );
  await world.stop();
};
