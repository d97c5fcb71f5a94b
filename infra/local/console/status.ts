import type { ServiceEndpoints } from '../functions/environment-of.ts';
import type { Account } from './account.ts';

/** What `GET /__local/status` answers. */
export type Status = {
  /** Of the sites by audience, the console and the mailbox. */
  readonly addresses: Readonly<Record<string, string>>;
  /** The folder of this machine in which everything is kept, logs too: what tests of a run that is up read. */
  readonly data: string;
  readonly functions: readonly {
    readonly name: string;
    readonly memoryMb: number;
    readonly timeoutSeconds: number;
    readonly processes: number;
    /** Below that folder. */
    readonly log: string;
  }[];
  readonly schedules: readonly {
    readonly name: string;
    readonly expression: string;
    readonly timeZone: string;
  }[];
  /** Where failed events end, with how many are there since the start. */
  readonly queues: readonly { readonly name: string; readonly messages: number }[];
  readonly accounts: readonly Account[];
  /** Where programs reach the engines, and the stacks' outputs (`Stack.Output`): what an administrator's command needs. */
  readonly endpoints: ServiceEndpoints;
  readonly outputs: Readonly<Record<string, unknown>>;
};
