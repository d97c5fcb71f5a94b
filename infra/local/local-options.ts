import type { Account } from './console/account.ts';
import type { ServiceEndpoints } from './functions/environment-of.ts';
import type { Invoke, InvocationResult } from './functions/function-definition.ts';
import type { Ports } from './ports.ts';
import type { MailServer } from './mail/start.ts';
import type { Temporal } from 'temporal-polyfill';

/** How to start the local run. */
export type LocalOptions = {
  /** The synthesised app, usually `cdk.out`. */
  readonly assembly: string;
  /** Where tables, pools, mails, objects and logs are kept. */
  readonly dataDirectory: string;
  readonly ports: Ports;
  /** Forgets first what earlier runs kept in the data directory. */
  readonly fresh?: boolean;
  /** Makes the demo data, or what a test wants instead, once, where none has been made in this data directory. */
  readonly demo: boolean | SeedDemo;
  /** Takes one line for each step of the start. */
  readonly progress?: (line: string) => void;
};

/** A function of the template, with the whole environment its process gets. */
export type LocalFunction = {
  readonly name: string;
  readonly arn: string;
  readonly environment: Readonly<Record<string, string>>;
};

/** The local things that stand for resources of the templates, for seeding and tests. */
export type LocalResources = {
  /** Every stack output by `Stack.Output`, e.g. `HaemdiaryData.TableName`. */
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly functions: readonly LocalFunction[];
};

/** A running local system. */
export type Local = {
  /** Of the sites by audience, `console`, `mailbox` and `api`. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly endpoints: ServiceEndpoints;
  readonly resources: LocalResources;
  readonly accounts: readonly Account[];
  readonly mail: MailServer;
  /** Calls a function by its ARN with any event. */
  readonly invoke: Invoke;
  /** Runs a schedule now; undefined when there is none of that name. */
  readonly runSchedule: (name: string, time: Temporal.Instant) => Promise<InvocationResult> | undefined;
  /** Stops everything; no process of it is left when this resolves. */
  readonly stop: () => Promise<void>;
};

/** What `infra/local/demo/seed.ts` exports as `seedDemo`: fills the system and says who can sign in. */
export type SeedDemo = (system: {
  readonly endpoints: ServiceEndpoints;
  readonly resources: LocalResources;
  readonly now: Temporal.Instant;
}) => Promise<readonly Account[]>;
