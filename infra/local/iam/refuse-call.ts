import type { Iam, Wanted } from './authorise.ts';
import type { Caller, Unidentified } from './identify.ts';
import type { Credentials } from './sessions.ts';

/** An error in the words of the services that speak JSON: DynamoDB, Cognito, SES. */
export interface CallRefusal {
  readonly type: 'AccessDeniedException' | 'ExpiredTokenException' | 'UnrecognizedClientException';
  readonly message: string;
}

const INVALID: CallRefusal = {
  type: 'UnrecognizedClientException',
  message: 'The security token included in the request is invalid.',
};
const UNIDENTIFIED: Readonly<Record<Unidentified, CallRefusal>> = {
  'unknown-key': INVALID,
  'wrong-token': INVALID,
  expired: {
    type: 'ExpiredTokenException',
    message: 'The security token included in the request is expired',
  },
};

/** Who calls, or what a service that speaks JSON answers to nobody it knows. */
export function callerOr(iam: Iam, credentials: Credentials): Caller | { readonly refusal: CallRefusal } {
  const caller = iam.identify(credentials);
  return typeof caller === 'object' && 'refused' in caller
    ? { refusal: UNIDENTIFIED[caller.refused] }
    : caller;
}

/** Why a call is refused that needs all that is wanted; undefined when it may go on. */
export function refuseCall(
  iam: Iam,
  credentials: Credentials,
  wanted: readonly Wanted[],
): CallRefusal | undefined {
  const caller = callerOr(iam, credentials);
  if (typeof caller === 'object' && 'refusal' in caller) return caller.refusal;
  for (const each of wanted) {
    const message = iam.refusal(caller, each);
    if (message !== undefined) return { type: 'AccessDeniedException', message };
  }
  return undefined;
}
