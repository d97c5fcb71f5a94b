import type { Cloud } from '../../cloud.ts';
import { PLATFORM_RULES, type PlatformAct } from '../platform-rules.ts';
import type { ImpliedRequest } from './recording.ts';

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** What a rule says of a role and a resource; what it says of keys is seen when it is played. */
const byRole = (rule: PlatformAct, roleArn: string, resource: string): ImpliedRequest[] =>
  PLATFORM_RULES[rule].actions
    .filter((action) => !action.startsWith('kms:'))
    .map((action) => ({
      rule,
      role: nameOf(roleArn),
      principalArn: roleArn,
      action,
      resource,
      context: { 'aws:SecureTransport': 'true' },
    }));

const takes = (rule: PlatformAct, service: string, roleArn: string, sourceArn: string): ImpliedRequest => ({
  rule,
  role: service,
  principalArn: service,
  action: 'sts:AssumeRole',
  resource: roleArn,
  context: { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': sourceArn.split(':')[4] ?? '' },
});

/** Where a function's failures go, and the function. */
const failures = ({ functions, eventSourceMappings, invokeConfigs }: Cloud) =>
  [...functions.values()].flatMap((definition) => {
    const { arn, name } = definition;
    const queues = [
      ...eventSourceMappings.filter(({ functionArn }) => functionArn === arn),
      ...[invokeConfigs.get(name) ?? invokeConfigs.get(arn)],
    ].flatMap((each) => each?.failureDestinationArn ?? []);
    return queues.map((queue) => ({ ...definition, queue }));
  });

/**
 * What AWS would ask by its own rules and a healthy run never shows: failures reported, and everything about functions
 * and schedules that nobody had run.
 */
export function impliedRequests(cloud: Cloud): ImpliedRequest[] {
  return [
    ...[...cloud.functions.values()].flatMap(({ arn, roleArn, region, account, logGroup }) => [
      takes('lambda-takes-role', 'lambda.amazonaws.com', roleArn, arn),
      ...byRole(
        'lambda-writes-log',
        roleArn,
        `arn:aws:logs:${region}:${account}:log-group:${logGroup}:log-stream:1`,
      ),
    ]),
    ...failures(cloud).flatMap(({ roleArn, queue }) => byRole('lambda-reports-failure', roleArn, queue)),
    ...[...cloud.schedules.values()].flatMap(({ roleArn, groupArn, functionArn, deadLetterArn }) => [
      takes('scheduler-takes-role', 'scheduler.amazonaws.com', roleArn, groupArn),
      ...byRole('scheduler-invokes', roleArn, functionArn),
      ...(deadLetterArn === undefined ? [] : byRole('scheduler-reports-failure', roleArn, deadLetterArn)),
    ]),
  ];
}
