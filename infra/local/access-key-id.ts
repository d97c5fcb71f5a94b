import type { IncomingMessage } from 'node:http';
import type { Credentials } from './iam/sessions.ts';

/**
 * The access key a request was signed with (Signature Version 4's Credential), or undefined when it was not signed.
 * It names the function that calls; the signature itself is not checked, since nothing here is a secret.
 */
export const accessKeyIdOf = (request: IncomingMessage): string | undefined =>
  /^AWS4-HMAC-SHA256 Credential=(?<id>[^/]+)\//u.exec(request.headers.authorization ?? '')?.groups?.['id'];

/** The access key of a request and, for an assumed role, the session token that goes with it. */
export const credentialsIn = (request: IncomingMessage): Credentials | undefined => {
  const accessKeyId = accessKeyIdOf(request);
  const token = request.headers['x-amz-security-token'];
  if (accessKeyId === undefined) return undefined;
  return { accessKeyId, sessionToken: Array.isArray(token) ? token[0] : token };
};
