import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type IRole, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export interface PublishedSite {
  /** Names the site among the others. */
  readonly id: string;
  /** Folder of the built site. */
  readonly files: string;
  readonly bucket: IBucket;
}

interface Publication extends PublishedSite {
  readonly asset: Asset;
}

const EVERY_FILE =
  'Publishing a site replaces all of its files, and the bucket holds nothing else than that site.';

const roleFor = (scope: Construct, log: LogGroup, publications: readonly Publication[]): IRole =>
  new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      exactly: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'WriteOwnLog',
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [log.logGroupArn],
          }),
          new PolicyStatement({
            sid: 'ReadBuiltSites',
            actions: ['s3:GetObject'],
            resources: publications.map(({ asset }) => asset.bucket.arnForObjects(asset.s3ObjectKey)),
          }),
          new PolicyStatement({
            sid: 'CompareSites',
            actions: ['s3:ListBucket'],
            resources: publications.map(({ bucket }) => bucket.bucketArn),
          }),
          new PolicyStatement({
            sid: 'PublishSites',
            actions: ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:PutObject'],
            resources: publications.map(({ bucket }) => bucket.arnForObjects('*')),
          }),
        ],
      }),
    },
  }).withoutPolicyUpdates();

const publish = (
  scope: Construct,
  { id, asset, bucket }: Publication,
  role: IRole,
  logGroup: LogGroup,
): void => {
  const shared = {
    sources: [Source.bucket(asset.bucket, asset.s3ObjectKey)],
    destinationBucket: bucket,
    role,
    logGroup,
  };
  const named = new BucketDeployment(scope, `${id}Assets`, {
    ...shared,
    exclude: ['*'],
    include: ['assets/*'],
    // Open pages still ask for the files of the last version.
    prune: false,
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
  });
  const pages = new BucketDeployment(scope, `${id}Pages`, {
    ...shared,
    exclude: ['assets/*'],
    cacheControl: [CacheControl.fromString('no-cache')],
  });
  // A page must never name a file that isn't there yet.
  pages.node.addDependency(named);
};

/** Puts the built sites into their buckets: files with a hash in their name for ever, pages to be asked for anew. */
export class SitePublisher extends Construct {
  constructor(scope: Construct, id: string, props: { readonly sites: readonly PublishedSite[] }) {
    super(scope, id);
    const log = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const publications = props.sites.map((site) => ({
      ...site,
      asset: new Asset(this, `${site.id}Files`, { path: site.files }),
    }));
    const role = roleFor(this, log, publications);
    for (const publication of publications) publish(this, publication, role, log);
    acknowledge(this, {
      'AwsSolutions-IAM5[Resource::<DiaryFiles610F5456.Arn>/*]': EVERY_FILE,
      'AwsSolutions-IAM5[Resource::<CentreFilesE2DEE20B.Arn>/*]': EVERY_FILE,
      'AwsSolutions-IAM5[Resource::<RegistryFiles31336854.Arn>/*]': EVERY_FILE,
    });
    acknowledge(Stack.of(this), {
      'AwsSolutions-L1':
        'The only function of this stack is the one that the CDK brings for copying files, and the CDK chooses and tests its runtime.',
    });
  }
}
