import { join } from 'node:path';
import { startCognito, type CognitoServer } from './cognito/start.ts';
import { startEngine, type TableEngine } from './dynamodb/start-engine.ts';
import type { ServiceEndpoints } from './functions/environment-of.ts';
import type { InvocationResult } from './functions/function-definition.ts';
import { startMail, type MailServer } from './mail/start.ts';
import type { MailEvent } from './mail/ses-events.ts';
import type { Ports } from './ports.ts';
import { startS3, type ObjectStore } from './s3/start-s3.ts';
import type { Stopper } from './stopper.ts';
import type { StsTools } from './sts/assume-role.ts';
import { startSts } from './sts/start-sts.ts';

/** The embedded services that functions talk to. */
export type Engines = {
  readonly table: TableEngine;
  readonly store: ObjectStore;
  readonly pools: CognitoServer;
  readonly mail: MailServer;
  readonly endpoints: ServiceEndpoints;
};

/**
 * Starts the services, empty or with what an earlier run left.
 *
 * @param options.stopper learns how to stop each, as soon as it is up.
 */
export async function startEngines(options: {
  readonly dataDirectory: string;
  readonly ports: Ports;
  readonly stopper: Stopper;
  readonly log: (line: string) => void;
  readonly invoke: (functionArn: string, event: unknown) => Promise<InvocationResult>;
  readonly onMailEvent: (event: MailEvent) => Promise<void>;
  /** Decides every call. */
  readonly access: StsTools;
}): Promise<Engines> {
  const { dataDirectory: dataDir, ports, stopper, log } = options;
  const table = await startEngine({ port: ports.dynamodb, directory: join(dataDir, 'tables') });
  stopper.add(table.stop);
  const store = await startS3({ port: ports.s3, directory: join(dataDir, 'objects') });
  stopper.add(store.stop);
  const mail = await startMail({
    port: ports.mailbox,
    apiPort: ports.ses,
    dataDir,
    onEvent: options.onMailEvent,
    log,
  });
  stopper.add(mail.stop);
  const pools = await startCognito({
    port: ports.cognito,
    dataDir,
    log,
    sendMail: mail.deliver,
    invokeTrigger: async (functionArn, event) => {
      const result = await options.invoke(functionArn, event);
      if (!result.ok) throw new Error(`${result.errorType}: ${result.errorMessage}`);
      const answer: unknown = JSON.parse(result.payload);
      return answer;
    },
  });
  stopper.add(pools.stop);
  const sts = await startSts({ port: ports.sts, log, ...options.access });
  stopper.add(sts.stop);
  const endpoints = {
    dynamodb: table.endpoint,
    s3: store.endpoint,
    ses: mail.url,
    cognito: pools.url,
    sts: sts.url,
  };
  return { table, store, pools, mail, endpoints };
}
