import type { IncomingMessage, RequestListener } from 'node:http';
import { credentialsIn } from '../access-key-id.ts';
import type { Caller, Unidentified } from '../iam/identify.ts';
import { listen } from '../listen.ts';
import { assumeRole, type StsTools } from './assume-role.ts';
import { readAssumeRole } from './read-assume-role.ts';
import { faulty, forbidden, type StsRefusal } from './sts-refusal.ts';
import { assumedXml, identityXml, refusalXml } from './sts-xml.ts';

export interface StsServer {
  /** For `AWS_ENDPOINT_URL_STS`. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const INVALID_TOKEN = [
  'InvalidClientTokenId',
  'The security token included in the request is invalid.',
] as const;
const UNIDENTIFIED: Readonly<Record<Unidentified, readonly [code: string, message: string]>> = {
  'unknown-key': INVALID_TOKEN,
  'wrong-token': INVALID_TOKEN,
  expired: ['ExpiredToken', 'The security token included in the request is expired'],
};

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

function callerOf(request: IncomingMessage, { iam }: StsTools): Caller | { readonly refused: StsRefusal } {
  const credentials = credentialsIn(request);
  if (credentials === undefined)
    return forbidden('MissingAuthenticationToken', 'Request is missing Authentication Token');
  const caller = iam.identify(credentials);
  return typeof caller === 'object' && 'refused' in caller
    ? forbidden(...UNIDENTIFIED[caller.refused])
    : caller;
}

async function answer(request: IncomingMessage, tools: StsTools): Promise<string | { refused: StsRefusal }> {
  const form = await formOf(request);
  const caller = callerOf(request, tools);
  if (typeof caller === 'object' && 'refused' in caller) return caller;
  const action = form.get('Action') ?? '';
  if (action === 'GetCallerIdentity') {
    // No policy is asked: STS answers this whatever they say.
    return caller === 'administrator'
      ? identityXml('arn:aws:iam::000000000000:user/local-administrator', '000000000000')
      : identityXml(caller.arn, caller.role.account);
  }
  if (action !== 'AssumeRole') return faulty('InvalidAction', `The local STS does not know ${action}`);
  const asked = readAssumeRole(form);
  if ('refused' in asked) return asked;
  const assumed = assumeRole(asked, caller, tools);
  return 'refused' in assumed ? assumed : assumedXml(assumed);
}

const answerSts =
  (tools: StsTools, log: (line: string) => void): RequestListener =>
  (request, response) => {
    answer(request, tools).then(
      (answered) => {
        const status = typeof answered === 'string' ? 200 : answered.refused.status;
        response.writeHead(status, { 'content-type': 'text/xml' });
        response.end(typeof answered === 'string' ? answered : refusalXml(answered.refused));
      },
      (error: unknown) => {
        log(`sts: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        response.writeHead(500, { 'content-type': 'text/xml' });
        response.end(refusalXml({ status: 500, code: 'InternalFailure', message: 'Internal error' }));
      },
    );
  };

/**
 * Starts the local STS: AssumeRole and GetCallerIdentity of the query API, decided by the templates' policies.
 *
 * @param options.port 0 for any free one.
 */
export async function startSts(
  options: StsTools & { readonly port: number; readonly log: (line: string) => void },
): Promise<StsServer> {
  const server = await listen(answerSts(options, options.log), options.port);
  return { url: `http://127.0.0.1:${String(server.port)}`, stop: server.stop };
}
