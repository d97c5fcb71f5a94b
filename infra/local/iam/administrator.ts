/**
 * Who makes what the templates define, publishes the sites, writes the demo and, by `npm run invite-registry-manager --
 * --local`, invites the first registry manager: what CloudFormation and an operator are in the cloud. No role of a
 * template, and the only caller whose calls no policy decides. No function is ever given this access key.
 */
export const ADMINISTRATOR = { accessKeyId: 'local-administrator', secretAccessKey: 'local' } as const;

/** The Authorization header of an administrator's call to a service, where no client of the SDK writes one. */
export const administratorOf = (service: string): string =>
  `AWS4-HMAC-SHA256 Credential=${ADMINISTRATOR.accessKeyId}/20260101/eu-west-2/${service}/aws4_request, ` +
  'SignedHeaders=host, Signature=local';
