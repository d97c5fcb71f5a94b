import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { openSavedFile } from '../saved-file.ts';
import type { Cognito, CognitoMail } from './context.ts';
import { answerRequest, type OnCall } from './http.ts';
import { state } from './state.ts';

export interface CognitoOptions {
  /** The port to listen on; 0 for any free one. */
  port: number;
  /** Where `cognito.json` is kept. */
  dataDir: string;
  /** Runs a pool's trigger and hands back the event it answers; rejects when the function failed. */
  invokeTrigger: (lambdaArn: string, event: unknown) => Promise<unknown>;
  /** Takes a mail of Cognito's own. */
  sendMail: (mail: CognitoMail) => Promise<void>;
  /** The clock; the machine's unless a test brings its own. */
  now?: () => Temporal.Instant;
  /** Hears of faults of this server. Refusals are answers, and are not told. */
  log: (line: string) => void;
  /** Hears of every call before it runs, and may refuse it: the place where IAM is enforced. */
  onCall?: OnCall;
  region?: string;
  account?: string;
}

export interface CognitoServer {
  /** For `AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER`. */
  url: string;
  /** The `iss` of a pool's tokens; `{issuer}/.well-known/jwks.json` serves its keys. */
  issuer: (poolId: string) => string;
  stop: () => Promise<void>;
}

/**
 * Starts the local user pools: the part of the `cognito-idp` API that Haemdiary uses, answering as AWS documents it.
 * State is kept in `dataDir` and is on disk before a call is answered.
 */
export async function startCognito(options: CognitoOptions): Promise<CognitoServer> {
  const file = path.join(options.dataDir, 'cognito.json');
  const saved = await openSavedFile(file, state, () => ({ version: 1 as const, pools: {} }));
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${String(port)}`;
  const issuer = (poolId: string): string => `${url}/${poolId}`;
  const { now } = options;
  const cognito: Cognito = {
    state: saved.value,
    region: options.region ?? 'eu-west-2',
    account: options.account ?? '000000000000',
    nowMs: now ? () => now().epochMilliseconds : Date.now,
    issuer,
    invokeTrigger: options.invokeTrigger,
    sendMail: options.sendMail,
  };
  const { log, onCall } = options;
  server.on('request', answerRequest({ cognito, save: saved.save, log, ...(onCall && { onCall }) }));
  return {
    url,
    issuer,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await saved.save();
    },
  };
}
