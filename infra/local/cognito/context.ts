import type * as z from 'zod';
import { refuse } from './refusal.ts';
import type { Pool, State } from './state.ts';

/** A mail of Cognito's own, for the local mailbox. */
export interface CognitoMail {
  to: string;
  from: string;
  subject: string;
  html: string;
  source: 'cognito';
  /** The pool's SES configuration set, when it names one: bounces of such a mail are published to it. */
  configurationSet?: string;
}

/** What the operations work with. */
export interface Cognito {
  state: State;
  region: string;
  account: string;
  /** Now, in epoch milliseconds. */
  nowMs: () => number;
  /** The `iss` of a pool's tokens. */
  issuer: (poolId: string) => string;
  /** The signing key of a new pool. */
  newKey: () => Pool['key'];
  invokeTrigger: (lambdaArn: string, event: unknown) => Promise<unknown>;
  /** How long a trigger may take; Cognito allows 5000. */
  triggerTimeoutMs: number;
  sendMail: (mail: CognitoMail) => Promise<void>;
}

/** Who may call: `iam` needs a signed request and a policy, `public` is not IAM's to decide. */
export type Access = 'iam' | 'public';

export interface Operation {
  access: Access;
  run: (cognito: Cognito, body: unknown) => unknown;
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function refuseInput(error: z.ZodError): never {
  const texts = error.issues.map((issue) => {
    const at = issue.path.map((part, n) => (n === 0 ? lowerFirst(String(part)) : String(part))).join('.');
    const missing = issue.code === 'invalid_type' && issue.message.includes('undefined');
    return `Value ${missing ? 'null ' : ''}at '${at}' failed to satisfy constraint: ${missing ? 'Member must not be null' : issue.message}`;
  });
  const noun = texts.length === 1 ? 'validation error' : 'validation errors';
  refuse('InvalidParameterException', `${String(texts.length)} ${noun} detected: ${texts.join('; ')}`);
}

/** An operation of the API: who may call it, its request's shape and what it does. */
export function operation<S extends z.ZodType>(
  access: Access,
  input: S,
  run: (cognito: Cognito, input: z.infer<S>) => unknown,
): Operation {
  return {
    access,
    run: (cognito, body) => {
      const parsed = input.safeParse(body);
      return parsed.success ? run(cognito, parsed.data) : refuseInput(parsed.error);
    },
  };
}
