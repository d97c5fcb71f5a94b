import { join } from 'node:path';
import type { Access } from './access.ts';
import type { CognitoCall } from './cognito/http.ts';
import { startCognito, type CognitoServer } from './cognito/start.ts';
import { startTableGate } from './dynamodb/access/start-table-gate.ts';
import { tablesFor } from './dynamodb/access/tables-for.ts';
import { startEngine, type TableEngine } from './dynamodb/start-engine.ts';
import type { ServiceEndpoints } from './functions/environment-of.ts';
import type { InvocationResult } from './functions/function-definition.ts';
import { startMail, type MailServer } from './mail/start.ts';
import type { MailEvent } from './mail/ses-events.ts';
import type { Ports } from './ports.ts';
import { startS3, type ObjectStore } from './s3/start-s3.ts';
import type { Iam } from './iam/authorise.ts';
import { refuseCall, type CallRefusal } from './iam/refuse-call.ts';
import type { Stopper } from './stopper.ts';
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
  /** Hears when a table may have been written to. */
  readonly onWritten: () => void;
  /** Decides every call. */
  readonly access: Access;
}): Promise<Engines> {
  const { dataDirectory: dataDir, ports, stopper, log } = options;
  const table = await startEngine({ port: ports.tableEngine, directory: join(dataDir, 'tables') });
  stopper.add(table.stop);
  const { access } = options;
  const gate = { iam: access.iam, tablesFor: tablesFor(access.cloud), enginePort: ports.tableEngine };
  const { onWritten } = options;
  const tables = await startTableGate({ port: ports.dynamodb, log, onWritten, ...gate });
  stopper.add(tables.stop);
  const store = await startS3({ port: ports.s3, directory: join(dataDir, 'objects'), iam: access.iam, log });
  stopper.add(store.stop);
  const mail = await startMail({
    port: ports.mailbox,
    apiPort: ports.ses,
    dataDir,
    onEvent: options.onMailEvent,
    log,
    onCall: ({ action, resources, fromAddress, ...credentials }) =>
      refuseCall(
        access.iam,
        credentials,
        resources.map((resource) => ({ action, resource, context: { 'ses:FromAddress': fromAddress } })),
      ),
  });
  stopper.add(mail.stop);
  const pools = await startCognito({
    port: ports.cognito,
    dataDir,
    log,
    sendMail: mail.deliver,
    onCall: (call) => refuseCognito(access.iam, call),
    invokeTrigger: async (functionArn, event) => {
      const result = await options.invoke(functionArn, event);
      if (!result.ok) throw new Error(`${result.errorType}: ${result.errorMessage}`);
      const answer: unknown = JSON.parse(result.payload);
      return answer;
    },
  });
  stopper.add(pools.stop);
  const sts = await startSts({ port: ports.sts, log, ...access });
  stopper.add(sts.stop);
  const endpoints = {
    dynamodb: tables.endpoint,
    s3: store.endpoint,
    ses: mail.url,
    cognito: pools.url,
    sts: sts.url,
  };
  return { table, store, pools, mail, endpoints };
}

/** No policy can allow or deny the operations that Cognito answers to anyone, or to whoever has a token. */
function refuseCognito(iam: Iam, call: CognitoCall): CallRefusal | undefined {
  const { access, accessKeyId, sessionToken, action, resource } = call;
  if (access !== 'iam' || accessKeyId === undefined) return undefined;
  return refuseCall(iam, { accessKeyId, sessionToken }, [{ action, resource }]);
}
