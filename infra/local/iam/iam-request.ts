import type { PolicyDocument } from './policy-document.ts';

/** One value, or for keys such as `dynamodb:LeadingKeys` all values of the call. */
export type ContextValue = string | readonly string[];

/** One call of one service, as IAM sees it. */
export interface IamRequest {
  /** A role's or a role session's ARN, or a service such as `lambda.amazonaws.com`. */
  readonly principalArn: string;
  /** For instance `dynamodb:PutItem`. */
  readonly action: string;
  /** The ARN that the call is about; `*` for an action that has no resource. */
  readonly resource: string;
  /** Keys as AWS spells them, compared without case: `dynamodb:LeadingKeys`, `aws:PrincipalTag/centre`. */
  readonly context: Readonly<Record<string, ContextValue>>;
}

/** One policy and whom it belongs to; the name is what a report shows. */
export interface PolicySource {
  readonly name: string;
  readonly document: PolicyDocument;
}

/** Every policy that has a say in one request. */
export interface Policies {
  /** The caller's own. */
  readonly identity: readonly PolicySource[];
  /** What the caller's own policies can never pass. */
  readonly boundary?: PolicySource;
  /** Given when the role was assumed: what the session can never pass. */
  readonly session?: PolicySource;
  /** Of the key, bucket, queue, function or, as its trust policy, role that the call is about. */
  readonly resource?: PolicySource;
  /** A trust policy and a KMS key policy must allow; a bucket's, queue's or function's only may. */
  readonly resourceRequired?: boolean;
}

export interface Decision {
  readonly allowed: boolean;
  readonly why: 'allowed' | 'explicit-deny' | 'no-allow';
  /** The statements that matched: `<source name>#<Sid, or the statement's index>`. */
  readonly by: readonly string[];
}
