import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Platform } from '../iam/platform.ts';
import type { Invoke } from './function-definition.ts';

/** Lambda waits one minute before the second attempt of an asynchronous invocation and two before the third. */
const WAITS_MS = [60_000, 120_000];

/** Invocations nobody waits for. */
export type InvokeLater = {
  /** Resolves after the first attempt, however it ended. */
  readonly invoke: (functionArn: string, event: unknown) => Promise<void>;
  readonly stop: () => void;
};

/** What they need from outside. */
export type LaterTools = {
  readonly cloud: Cloud;
  readonly invoke: Invoke;
  readonly platform: Platform;
  readonly log: (line: string) => void;
};

/**
 * Asynchronous invocation: tried again as often as the function's `EventInvokeConfig` says (else twice), then sent to
 * its failure destination.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export function createInvokeLater({ cloud, invoke, platform, log }: LaterTools): InvokeLater {
  const timers = new Set<NodeJS.Timeout>();
  const report = (functionArn: string, queue: string, body: string): void => {
    const roleArn = cloud.functions.get(functionArn)?.roleArn ?? '';
    const unsent = platform.byRole('lambda-reports-failure', roleArn, queue);
    if (unsent === undefined) cloud.notices.enqueue(queue, body, new Date().toISOString());
    else log(`The failure of ${functionArn} could not be reported: ${unsent}`);
  };
  const attempt = async (functionArn: string, event: unknown, tried: number): Promise<void> => {
    const result = await invoke(functionArn, event);
    if (result.ok) return;
    const name = cloud.functions.get(functionArn)?.name ?? functionArn;
    log(`${name} failed when invoked asynchronously: ${result.errorType}: ${result.errorMessage}`);
    const config = cloud.invokeConfigs.get(name) ?? cloud.invokeConfigs.get(functionArn);
    const waitMs = WAITS_MS[tried];
    if (tried < (config?.retries ?? WAITS_MS.length) && waitMs !== undefined) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        void start(functionArn, event, tried + 1);
      }, waitMs);
      timers.add(timer);
    } else if (config?.failureDestinationArn !== undefined) {
      const body = JSON.stringify({
        version: '1.0',
        requestContext: {
          requestId: randomUUID(),
          functionArn,
          condition: 'RetriesExhausted',
          approximateInvokeCount: tried + 1,
        },
        requestPayload: event,
        responsePayload: { errorType: result.errorType, errorMessage: result.errorMessage },
      });
      report(functionArn, config.failureDestinationArn, body);
    }
  };
  const start = (functionArn: string, event: unknown, tried: number): Promise<void> =>
    attempt(functionArn, event, tried).catch((error: unknown) => {
      log(`An asynchronous invocation was lost: ${String(error)}`);
    });
  return {
    invoke: (functionArn, event) => start(functionArn, event, 0),
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
