import type { Cloud } from '../../cloud.ts';
import type { FunctionDefinition } from '../../functions/function-definition.ts';
import { createIam } from '../authorise.ts';
import { createPlatform, type Platform } from '../platform.ts';
import { createSessions } from '../sessions.ts';
import type { ImpliedRequest } from './recording.ts';

/**
 * What AWS would ask by its own rules and a healthy run may never show: failures reported, mail that comes back, and
 * everything about functions and schedules that nobody had run.
 */
export function impliedRequests(cloud: Cloud): ImpliedRequest[] {
  const found: ImpliedRequest[] = [];
  const iam = createIam(
    () => cloud,
    createSessions(),
    ({ context, ...request }, _decision, role) => {
      const written: ImpliedRequest['context'] = {};
      for (const [key, value] of Object.entries(context))
        written[key] = typeof value === 'string' ? value : [...value];
      found.push({ ...request, role, context: written });
    },
  );
  const platform = createPlatform(
    iam,
    () => cloud,
    () => Promise.reject(new Error('Nothing is called to find out who may.')),
  );
  for (const definition of cloud.functions.values()) askFor(definition, cloud, platform);
  askForSchedules(cloud, platform);
  askForMailEvents(cloud, platform);
  return found;
}

function askFor(definition: FunctionDefinition, cloud: Cloud, platform: Platform): void {
  const { arn, name, roleArn, region, account, logGroup } = definition;
  platform.mayRun(definition);
  const stream = `arn:aws:logs:${region}:${account}:log-group:${logGroup}:log-stream:1`;
  platform.byRole('lambda-writes-log', roleArn, stream);
  const mappings = cloud.eventSourceMappings.filter(({ functionArn }) => functionArn === arn);
  for (const { streamArn } of mappings) platform.byRole('lambda-follows-stream', roleArn, streamArn);
  const configured = cloud.invokeConfigs.get(name) ?? cloud.invokeConfigs.get(arn);
  for (const { failureDestinationArn: queue } of [
    ...mappings,
    ...(configured === undefined ? [] : [configured]),
  ])
    if (queue !== undefined) platform.byRole('lambda-reports-failure', roleArn, queue);
}

function askForSchedules({ schedules }: Cloud, platform: Platform): void {
  for (const { roleArn, groupArn, functionArn, deadLetterArn } of schedules.values()) {
    const scheduler = { service: 'scheduler.amazonaws.com', sourceArn: groupArn };
    platform.byService('scheduler-takes-role', scheduler, roleArn);
    platform.byRole('scheduler-invokes', roleArn, functionArn);
    if (deadLetterArn !== undefined) platform.byRole('scheduler-reports-failure', roleArn, deadLetterArn);
  }
}

/** Of mail that comes back, whatever kinds of it the template wants to hear of. */
function askForMailEvents({ configurationSets, notices }: Cloud, platform: Platform): void {
  for (const set of configurationSets)
    for (const topic of new Set(
      ['BOUNCE', 'COMPLAINT'].flatMap((type) => notices.topicsForMailEvent(set, type)),
    )) {
      const place = topic.arn.split(':').slice(3, 5).join(':');
      const ses = {
        service: 'ses.amazonaws.com',
        sourceArn: `arn:aws:ses:${place}:configuration-set/${set}`,
      };
      platform.byService('mail-events-publish', ses, topic.arn);
      const sns = { service: 'sns.amazonaws.com', sourceArn: topic.arn };
      for (const { functionArn, deadLetterArn } of topic.subscribers) {
        platform.byService('topic-invokes', sns, functionArn);
        if (deadLetterArn !== undefined) platform.byService('topic-reports-failure', sns, deadLetterArn);
      }
    }
}
