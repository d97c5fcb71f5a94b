import { CognitoIdentityProviderServiceException } from '@aws-sdk/client-cognito-identity-provider';
import { fail, invalid, type Result } from '#usecases/result.ts';

/** A wrong password, an unknown user, a code that is wrong, used or late: told apart by nobody outside. */
const NOT_ACCEPTED = [
  'NotAuthorizedException',
  'UserNotFoundException',
  'UserNotConfirmedException',
  'PasswordResetRequiredException',
  'CodeMismatchException',
  'ExpiredCodeException',
  'EnableSoftwareTokenMFAException',
  'RefreshTokenReuseException',
];
/** The pool's own limits. */
const TOO_MANY = ['TooManyRequestsException', 'LimitExceededException', 'TooManyFailedAttemptsException'];
const WEAK = ['InvalidPasswordException', 'PasswordHistoryPolicyViolationException'];

/** Cognito says no more about when its limits end. */
const POOL_RETRY_SECONDS = 60;

/** Whether an error is Cognito's of one of these names. */
export const isRefusal = (error: unknown, ...names: readonly string[]): boolean =>
  error instanceof CognitoIdentityProviderServiceException && names.includes(error.name);

/**
 * Cognito's refusal as a value.
 *
 * @throws the same error when it is not a refusal but a fault
 */
export const refusalOf = (error: unknown, passwordAt = '/password'): Result<never> => {
  if (isRefusal(error, ...NOT_ACCEPTED)) return fail('not-accepted');
  if (isRefusal(error, ...TOO_MANY)) return fail('too-many', { retryAfterSeconds: POOL_RETRY_SECONDS });
  if (isRefusal(error, ...WEAK)) return invalid(passwordAt, 'too-weak');
  throw error;
};
