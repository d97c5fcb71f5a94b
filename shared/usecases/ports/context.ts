import type { Temporal } from 'temporal-polyfill';
import type { Recalled } from '#domain/stock/recalled.ts';
import type { RegistryJob, StaffJob } from '#domain/vocabulary.ts';
import type { Store } from './store.ts';

/** Whoever acts, from a verified ID token; what a write needs is checked again in its transaction. */
export type Caller =
  | {
      readonly kind: 'person';
      readonly account: string;
      readonly username: string;
      readonly issuedAt: number;
      readonly diaries: readonly { readonly centre: string; readonly patient: string }[];
    }
  | {
      readonly kind: 'staff';
      readonly account: string;
      readonly username: string;
      readonly issuedAt: number;
      readonly centre: string;
      readonly job: StaffJob;
      /** What people call them, where it was looked up before they were let in. */
      readonly displayName?: string;
      /** Has a job at another active centre too, and may move this session there. */
      readonly worksElsewhere?: boolean;
    }
  | {
      readonly kind: 'registry';
      readonly account: string;
      readonly username: string;
      readonly issuedAt: number;
      readonly job: RegistryJob;
    };
/** Staff of another centre, in the one diary that its own centre shares with theirs; made only from a live grant. */
export interface SharingStaff {
  readonly kind: 'sharing';
  readonly account: string;
  readonly username: string;
  readonly issuedAt: number;
  readonly job: StaffJob;
  /** Their own centre. */
  readonly centre: string;
  readonly centreName: string;
  readonly diary: { readonly centre: string; readonly patient: string };
  /** The local day at the patient's home, which the grant's days are held against. */
  readonly today: string;
}
/** Whoever may record in a diary. */
export type Writer = Person | StaffCaller | SharingStaff;
export type Person = Extract<Caller, { kind: 'person' }>;
export type StaffCaller = Extract<Caller, { kind: 'staff' }>;
export type RegistryCaller = Extract<Caller, { kind: 'registry' }>;

/** What every use case is given: the table, the clock and the id maker. */
export interface Context {
  /** Reaches no further than the scope of the request (ports/scopes). */
  readonly store: Store;
  readonly now: () => Temporal.Instant;
  /** A new id, time-ordered (UUID version 7). */
  readonly newId: () => string;
  /**
   * The version of the privacy statement in force; known to every warm function for a minute at a time, unless it is
   * asked `again`.
   */
  readonly statementInForce: (ask?: 'again') => Promise<number>;
  /** The batches that a centre calls back, in the same way: known to a warm function for a minute. */
  readonly recallsAt: (store: Store, centre: string) => Promise<readonly Recalled[]>;
}
