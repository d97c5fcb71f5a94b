import type { IncomingMessage } from 'node:http';

/**
 * The access key a request was signed with (Signature Version 4's Credential), or undefined when it was not signed.
 * It names the function that calls; the signature itself is not checked, since nothing here is a secret.
 */
export const accessKeyIdOf = (request: IncomingMessage): string | undefined =>
  /^AWS4-HMAC-SHA256 Credential=(?<id>[^/]+)\//u.exec(request.headers.authorization ?? '')?.groups?.['id'];
