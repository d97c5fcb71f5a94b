import path from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { listen } from '../listen.ts';
import { openSavedFile } from '../saved-file.ts';
import type { Cognito, CognitoMail } from './context.ts';
import { answerRequest, type OnCall } from './http.ts';
import { newSigningKey } from './jwt.ts';
import { state, type Pool } from './state.ts';

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
  /** Makes a pool's signing key; a new one each time unless a test brings its own, as making one takes long. */
  newKey?: () => Pool['key'];
  /** Hears of faults of this server. Refusals are answers, and are not told. */
  log: (line: string) => void;
  /** Hears of every call before it runs, and may refuse it: the place where IAM is enforced. */
  onCall?: OnCall;
  /** How long a trigger may take before it is called again; Cognito's own 5000 unless a test is in a hurry. */
  triggerTimeoutMs?: number;
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
  const { now, log, onCall } = options;
  // The issuer holds the port, which is only known once the server listens.
  const address = { url: '' };
  const issuer = (poolId: string): string => `${address.url}/${poolId}`;
  const cognito: Cognito = {
    state: saved.value,
    region: options.region ?? 'eu-west-2',
    account: options.account ?? '000000000000',
    nowMs: now ? () => now().epochMilliseconds : Date.now,
    issuer,
    newKey: options.newKey ?? newSigningKey,
    invokeTrigger: options.invokeTrigger,
    triggerTimeoutMs: options.triggerTimeoutMs ?? 5000,
    sendMail: options.sendMail,
  };
  const listener = answerRequest({ cognito, save: saved.save, log, ...(onCall && { onCall }) });
  const server = await listen(listener, options.port);
  address.url = `http://localhost:${String(server.port)}`;
  return {
    url: address.url,
    issuer,
    stop: async () => {
      await server.stop();
      await saved.save();
    },
  };
}
