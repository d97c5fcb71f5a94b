import type { Cloud } from './cloud.ts';
import type { FunctionDefinition, Invoke } from './functions/function-definition.ts';
import { createIam } from './iam/authorise.ts';
import { createPlatform, type Origin, type Platform } from './iam/platform.ts';
import { createRequestLog } from './iam/request-log.ts';
import { createSessions } from './iam/sessions.ts';
import type { Stopper } from './stopper.ts';
import type { StsTools } from './sts/assume-role.ts';

/** Who may do what, for all endpoints and for what AWS does by itself. */
export type Access = StsTools & {
  readonly cloud: () => Cloud;
  readonly platform: Platform;
  /** Writes the requests that have not been written down yet. */
  readonly flushRequests: () => void;
};

/**
 * The enforcement of the templates' policies; each distinct request is written down in the data directory.
 *
 * @param cloud is asked for once the templates' resources are made.
 */
export function createAccess(options: {
  readonly cloud: () => Cloud;
  readonly invoke: Invoke;
  readonly dataDirectory: string;
  readonly stopper: Stopper;
}): Access {
  const { cloud, invoke, dataDirectory, stopper } = options;
  const requests = createRequestLog(dataDirectory);
  stopper.add(requests.flush);
  const sessions = createSessions();
  const iam = createIam(cloud, sessions, requests.record);
  const platform = createPlatform(iam, cloud, invoke);
  const { flush: flushRequests } = requests;
  return { iam, sessions, cloud, platform, flushRequests, roleOf: (arn) => cloud().roles.get(arn) };
}

/** Whether Lambda may write what a function prints to its log group, with the function's role. */
export function mayLog({ platform }: Access): (definition: FunctionDefinition) => boolean {
  return ({ region, account, roleArn, logGroup }) => {
    const stream = `arn:aws:logs:${region}:${account}:log-group:${logGroup}:log-stream:local`;
    return platform.byRole('lambda-writes-log', roleArn, stream) === undefined;
  };
}

/** The user pool whose trigger an event is for. */
export function poolOrigin(cloud: () => Cloud): (event: unknown) => Origin {
  return (event) => {
    const id = typeof event === 'object' && event !== null && 'userPoolId' in event ? event.userPoolId : '';
    const pool = cloud().userPools.get(typeof id === 'string' ? id : '');
    return { service: 'cognito-idp.amazonaws.com', sourceArn: pool?.arn ?? '' };
  };
}
