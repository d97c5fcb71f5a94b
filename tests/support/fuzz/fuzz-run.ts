import { Agent } from 'node:http';
import * as fc from 'fast-check';
import * as z from 'zod';
import { saved } from '#contracts/entries.ts';
import { routes, type RouteName } from '#contracts/routes.ts';
import type { Account } from '../../../infra/local/console/account.ts';
import type { About } from '../examples/example.ts';
import { corrections } from '../examples/corrections.ts';
import { examples, requestOf } from '../examples/examples.ts';
import { siteOfPath } from '../site-of-path.ts';
import { agree, signEveryoneIn, type Addresses, type FuzzCaller } from './callers.ts';
import { faultsOf } from './faults-of.ts';
import { kindly } from './drafts.ts';
import { keptFaults, laden } from './laden.ts';
import { readOpenApi, type Operation } from './openapi-document.ts';
import { draftOf, requestFrom, type Basis, type Draft } from './request-arbitrary.ts';
import { arbitraryOf } from './schema-arbitrary.ts';
import { send, type Answered, type Sent } from './send.ts';
import { findTargets, type Targets } from './targets.ts';

/** A running system to be asked. */
export interface Fuzzed {
  readonly addresses: Addresses;
  readonly accounts: readonly Account[];
  /** What CloudFront tells the API, so that the API can be asked without it: any method, any header. */
  readonly originSecret: string;
  readonly today: string;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly runsPerRoute: number;
}

export interface FuzzReport {
  readonly requests: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byCaller: Readonly<Record<string, number>>;
  /** Of each kind: accepted, of so many. */
  readonly byKind: Readonly<Record<Draft['kind'], readonly [number, number]>>;
  /** What refused a request whose texts alone were hostile: route and status, with how often. */
  readonly refused: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  /** What nobody should see, each with the request that shows it. */
  readonly faults: readonly string[];
}

/** What ends or suspends comes last, so that the others still meet somebody who may. */
const LAST = [
  'put-link',
  'recover-account',
  'stop-patient',
  'put-staff',
  'put-centre-status',
  'put-statement',
];
const isName = (name: string): name is RouteName => name in examples;
const isCorrected = (name: string): name is keyof typeof corrections => name in corrections;

const basisOf = (operation: Operation, about: About, { kind, turn, turns, caller }: Draft): Basis => {
  const { name, method } = operation;
  if (!isName(name)) throw new Error(`There is no example of ${name}`);
  const route = routes.find((one) => one.name === name);
  if (route === undefined) throw new Error(`There is no route ${name}`);
  const corrects = (kind === 'laden' ? turn : caller) % 2 === 1;
  const given = corrects && isCorrected(name) ? corrections[name](about) : {};
  const { path, query, ifMatch, body } = requestOf(name, about, given);
  return { method, path, query, ifMatch, body: kind === 'wild' ? body : laden(route, body, turn, turns) };
};

/** Long runs of one letter are told by their length. */
const short = (text: string): string => {
  const brief = text.replaceAll(/(.)\1{30,}/gsu, (run, letter: string) => `${letter}×${String(run.length)}`);
  return brief.length > 700 ? `${brief.slice(0, 700)}…` : brief;
};

const told = (
  caller: FuzzCaller,
  sent: Sent,
  answer: Answered | undefined,
  faults: readonly string[],
): string =>
  [
    `${faults.join(', ')}: ${caller.name} ${sent.method} ${short(sent.target)}`,
    `  ${short(JSON.stringify({ ...sent.headers, authorization: undefined, 'x-origin-secret': undefined }))}`,
    `  ${short(sent.body?.toString('latin1') ?? '(no body)')}`,
    `  → ${String(answer?.status ?? 'nothing')} ${short(answer?.body.toString() ?? '')}`,
  ].join('\n');

class Tally {
  requests = 0;
  slowestMs = 0;
  readonly byStatus: Record<string, number> = {};
  readonly byCaller: Record<string, number> = {};
  readonly byKind: Record<Draft['kind'], [number, number]> = { laden: [0, 0], one: [0, 0], wild: [0, 0] };

  readonly refused: Record<string, number> = {};

  count(route: string, { name }: FuzzCaller, { kind }: Draft, { status, milliseconds }: Answered): void {
    const refusal = `${route} ${String(status)}`;
    if (kind === 'laden' && status >= 300) this.refused[refusal] = (this.refused[refusal] ?? 0) + 1;
    this.byKind[kind][0] += status < 300 ? 1 : 0;
    this.byKind[kind][1] += 1;
    this.requests += 1;
    this.slowestMs = Math.max(this.slowestMs, milliseconds);
    this.byStatus[status] = (this.byStatus[status] ?? 0) + 1;
    this.byCaller[name] = (this.byCaller[name] ?? 0) + 1;
  }
}

const claims = z.object({ job: z.string().optional() });
const jobOf = ({ token = '' }: FuzzCaller): string | undefined =>
  claims.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString() || '{}')).job;

/** Somebody whom the route is for; where more than the texts is wrong, now and then anybody. */
const callerFor = (
  callers: readonly FuzzCaller[],
  { name, audience }: Operation,
  { caller, kind }: Draft,
): FuzzCaller => {
  const groups: readonly string[] | 'everyone' =
    routes.find((one) => one.name === name)?.groups ?? 'everyone';
  const meant = callers.filter(
    (one) => one.audience === audience && (groups === 'everyone' || groups.includes(jobOf(one) ?? '')),
  );
  const from = (kind !== 'wild' || caller < 50) && meant.length > 0 ? meant : callers;
  const found = from[caller % from.length];
  if (found === undefined) throw new Error('There is nobody to ask');
  return found;
};

/**
 * Asks every operation of the OpenAPI document with made-up and mangled requests, as every kind of caller. Requests are
 * made from the seed alone, so that the same seed on a fresh system asks the same.
 */
export const fuzz = async (system: Fuzzed, { seed, runsPerRoute }: FuzzOptions): Promise<FuzzReport> => {
  const { addresses, originSecret, today } = system;
  const callers = await signEveryoneIn(addresses, system.accounts);
  const targets = await findTargets(addresses, callers, today);
  const { operations, schemas } = readOpenApi();
  const of = arbitraryOf(schemas, today);
  // No connection is used twice: a server may end one just as it is taken up again, which would look like a fault.
  const agent = new Agent({ keepAlive: false });
  const tally = new Tally();
  const faults: string[] = [];
  const origin = addresses['api'] ?? '';

  const one = async (operation: Operation, draft: Draft): Promise<void> => {
    const caller = callerFor(callers, operation, draft);
    const about = {
      ...targets.aboutOf(caller, draft),
      ...(LAST.includes(operation.name) ? targets.spare : {}),
    };
    const basis = basisOf(operation, about, draft);
    const site = siteOfPath(basis.path);
    const base = {
      'x-origin-secret': originSecret,
      ...(site === undefined ? {} : { 'x-viewer-site': site }),
      'x-viewer-ip': `198.51.${String(draft.caller)}.${String(draft.fresh.charCodeAt(0))}`,
      'x-haemdiary': '1',
      ...(caller.token === undefined ? {} : { authorization: `Bearer ${caller.token}` }),
    };
    const sent = requestFrom(basis, draft, base);
    const answer = await send(origin, sent, agent).catch((error: unknown) => String(error));
    if (typeof answer === 'string') {
      faults.push(told(caller, sent, undefined, [answer]));
      return;
    }
    tally.count(operation.name, caller, draft, answer);
    const kept = draft.kind === 'laden' && answer.status < 300 ? keptFaults(basis.body) : [];
    const found = [...faultsOf(sent.method, answer), ...kept];
    if (found.length > 0) faults.push(told(caller, sent, answer, found));
    await settle(operation, about, answer, callers, targets, addresses);
  };

  await Promise.all(
    lanesOf(operations).map(async (lane) => {
      for (const { operation, place } of lane) {
        const drafts = kindly(
          fc.sample(draftOf(operation, of), { seed: seed + place, numRuns: runsPerRoute }),
        );
        for (const draft of drafts) await one(operation, draft);
      }
    }),
  );
  agent.destroy();
  const { requests, byStatus, byCaller, byKind, refused, slowestMs } = tally;
  return { requests, byStatus, byCaller, byKind, refused, slowestMs, faults };
};

/** What changes nothing for the others may be asked beside them: most of the time of it is waited out. */
const OPEN_LANES = 4;

/** What is asked one after the other, and beside the others; `place` makes the seed of each its own. */
const lanesOf = (operations: readonly Operation[]) => {
  const ordered = [
    ...operations.filter(({ name }) => !LAST.includes(name)),
    ...operations.filter(({ name }) => LAST.includes(name)),
  ].map((operation, place) => ({ operation, place }));
  const open = ordered.filter(({ operation }) => operation.audience === 'open');
  const beside = Array.from({ length: OPEN_LANES }, (_, lane) =>
    open.filter((__, turn) => turn % OPEN_LANES === lane),
  );
  return [ordered.filter(({ operation }) => operation.audience !== 'open'), ...beside];
};

/** What has to follow an act for the next requests to get as far. */
const settle = async (
  { name }: Operation,
  about: About,
  { status, headers, body }: Answered,
  callers: readonly FuzzCaller[],
  targets: Targets,
  addresses: Addresses,
): Promise<void> => {
  if (status !== 200 || headers['content-type'] !== 'application/json') return;
  if (name === 'put-statement') {
    const readers = callers.filter(({ audience }) => audience === 'diary');
    await Promise.all(readers.map(({ token }) => agree(addresses, z.string().parse(token))));
  }
  const written = saved.safeParse(JSON.parse(body.toString()));
  if (written.success && written.data.id === about.entry)
    targets.corrected(about.patient, written.data.version);
};
