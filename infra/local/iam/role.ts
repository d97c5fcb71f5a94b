import type { PolicySource } from './iam-request.ts';

/** A role as its template has it. */
export interface Role {
  readonly name: string;
  readonly arn: string;
  readonly account: string;
  readonly policies: readonly PolicySource[];
  readonly trust: PolicySource;
  readonly boundary?: PolicySource;
  /** The longest a session may be asked for, in seconds. */
  readonly maxSessionSeconds: number;
}
