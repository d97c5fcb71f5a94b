import {
  arnOf,
  globalArnOf,
  physicalId,
  physicalName,
  type Answer,
  type Provider,
  type Resource,
} from './provider.ts';

/**
 * Resource types that are real in the cloud and have nothing to run here, each with the reason. They answer `Ref`
 * and `Fn::GetAtt` like the real ones, so that what refers to them resolves.
 */
const NOTHING_TO_DO: Readonly<Record<string, { reason: string; answer: (resource: Resource) => Answer }>> = {
  'AWS::CDK::Metadata': { reason: 'usage statistics of the CDK', answer: named },
  'AWS::CertificateManager::Certificate': {
    reason: 'sites are served over plain HTTP on localhost, which browsers treat as secure',
    answer: (resource) => refIsArn(resource, arnOf(resource, 'acm', `certificate/${physicalId(resource)}`)),
  },
  'AWS::CloudFront::OriginAccessControl': {
    reason: 'site buckets are read with local credentials',
    answer: identified,
  },
  'AWS::CloudWatch::Alarm': {
    reason: 'nobody is on call for a laptop',
    answer: (resource) => withArn(resource, arnOf(resource, 'cloudwatch', `alarm:${physicalName(resource)}`)),
  },
  'AWS::Lambda::LayerVersion': {
    reason: 'functions are bundled whole; only the deployment helpers of CDK use a layer',
    answer: (resource) => refIsArn(resource, arnOf(resource, 'lambda', `layer:${physicalName(resource)}:1`)),
  },
  'AWS::Logs::LogGroup': {
    reason: 'output of functions goes to files under the data directory',
    answer: (resource) => {
      const { LogGroupName: given } = resource.properties;
      const name = typeof given === 'string' ? given : physicalName(resource);
      return { ref: name, attributes: { Arn: arnOf(resource, 'logs', `log-group:${name}:*`) } };
    },
  },
  'AWS::Route53::RecordSet': { reason: 'the sites are on localhost', answer: named },
  'AWS::Scheduler::ScheduleGroup': {
    reason: 'schedules are found by name alone',
    answer: (resource) => {
      const { Name: given } = resource.properties;
      const name = typeof given === 'string' ? given : physicalName(resource);
      const arn = arnOf(resource, 'scheduler', `schedule-group/${name}`);
      return { ref: name, attributes: { Arn: arn } };
    },
  },
  'AWS::WAFv2::WebACL': {
    reason: 'nobody attacks localhost, and throttles of the API are kept',
    answer: (resource) => {
      const arn = arnOf(resource, 'wafv2', `global/webacl/${physicalName(resource)}/${physicalId(resource)}`);
      return { ref: arn, attributes: { Arn: arn, Id: physicalId(resource) } };
    },
  },
};

/** The provider of a type that has nothing to run here; undefined when the type is not listed. */
export function nothingToDo(type: string): Provider | undefined {
  return NOTHING_TO_DO[type]?.answer;
}

function named(resource: Resource): Answer {
  return { ref: physicalName(resource), attributes: {} };
}

function identified(resource: Resource): Answer {
  const id = physicalId(resource);
  return { ref: id, attributes: { Id: id, Arn: globalArnOf(resource, 'cloudfront', id) } };
}

function withArn(resource: Resource, arn: string): Answer {
  return { ref: physicalName(resource), attributes: { Arn: arn } };
}

function refIsArn(resource: Resource, arn: string): Answer {
  return { ref: arn, attributes: { Arn: arn, Id: physicalId(resource) } };
}
