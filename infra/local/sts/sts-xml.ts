import { randomUUID } from 'node:crypto';
import type { Assumed } from './assume-role.ts';
import type { StsRefusal } from './sts-refusal.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Tree = { readonly [name: string]: string | Tree };

const written = (tree: Tree): string =>
  Object.entries(tree)
    .map(
      ([name, value]) => `<${name}>${typeof value === 'string' ? escaped(value) : written(value)}</${name}>`,
    )
    .join('');

const answered = (action: string, result: Tree): string =>
  `<${action}Response xmlns="${NAMESPACE}">` +
  written({ [`${action}Result`]: result, ResponseMetadata: { RequestId: randomUUID() } }) +
  `</${action}Response>`;

/** The answer to AssumeRole. */
export const assumedXml = ({ arn, issued }: Assumed): string =>
  answered('AssumeRole', {
    AssumedRoleUser: {
      AssumedRoleId: `${issued.accessKeyId}:${arn.slice(arn.lastIndexOf('/') + 1)}`,
      Arn: arn,
    },
    Credentials: {
      AccessKeyId: issued.accessKeyId,
      SecretAccessKey: issued.secretAccessKey,
      SessionToken: issued.sessionToken,
      Expiration: new Date(issued.expiresAtMs).toISOString(),
    },
  });

/** The answer to GetCallerIdentity. */
export const identityXml = (arn: string, account: string): string =>
  answered('GetCallerIdentity', { Arn: arn, UserId: arn.slice(arn.lastIndexOf('/') + 1), Account: account });

/** An error, in the form of the query protocol. */
export const refusalXml = ({ code, message }: StsRefusal): string =>
  `<ErrorResponse xmlns="${NAMESPACE}">` +
  written({ Error: { Type: 'Sender', Code: code, Message: message }, RequestId: randomUUID() }) +
  '</ErrorResponse>';
