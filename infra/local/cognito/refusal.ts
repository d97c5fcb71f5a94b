/** The exceptions of the user pools API that this server answers with (API reference, "Errors" of each operation). */
export type RefusalType =
  | 'AccessDeniedException'
  | 'CodeDeliveryFailureException'
  | 'CodeMismatchException'
  | 'EnableSoftwareTokenMFAException'
  | 'ExpiredCodeException'
  | 'ExpiredTokenException'
  | 'GroupExistsException'
  | 'InternalErrorException'
  | 'InvalidLambdaResponseException'
  | 'InvalidParameterException'
  | 'InvalidPasswordException'
  | 'LimitExceededException'
  | 'MissingAuthenticationTokenException'
  | 'NotAuthorizedException'
  | 'PasswordResetRequiredException'
  | 'RefreshTokenReuseException'
  | 'ResourceNotFoundException'
  | 'SerializationException'
  | 'SoftwareTokenMFANotFoundException'
  | 'UnauthorizedException'
  | 'UnexpectedLambdaException'
  | 'UnknownOperationException'
  | 'UnrecognizedClientException'
  | 'UnsupportedOperationException'
  | 'UnsupportedTokenTypeException'
  | 'UserLambdaValidationException'
  | 'UserNotFoundException'
  | 'UsernameExistsException';

/** What the caller is told: the exception's type and its text. */
export interface Refusal {
  type: RefusalType;
  message: string;
}

const refusals = new WeakMap<Error, Refusal>();

/**
 * Ends the operation with one of the API's own exceptions. They are thrown, not returned, because on this
 * protocol an exception is the answer: nothing between an operation and the HTTP layer may handle one.
 */
export function refuse(type: RefusalType, message: string): never {
  const error = new Error(`${type}: ${message}`);
  refusals.set(error, { type, message });
  throw error;
}

/** The refusal an error stands for, or undefined when the error is a fault of this server. */
export function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof Error ? refusals.get(error) : undefined;
}
