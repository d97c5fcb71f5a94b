import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  type ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Audience } from '#contracts/route.ts';
import { acknowledge } from './acknowledge.ts';
import { securityHeaders } from './security-headers.ts';
import { pageForEveryPath, trueViewerAddress } from './viewer-functions.ts';

export interface SiteProps {
  readonly audience: Audience;
  /** Own host name with its certificate; CloudFront's name without. */
  readonly host: { readonly name: string; readonly certificate: ICertificate } | undefined;
  readonly webAclArn: string;
  readonly api: { readonly host: string; readonly originSecret: string };
}

const newBucket = (scope: Construct): IBucket => {
  const bucket = new Bucket(scope, 'Files', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
  });
  acknowledge(bucket, {
    'AwsSolutions-S1':
      'The bucket holds public files that only CloudFront can read; a log of reads would say nothing that is not personal data of visitors.',
  });
  // The CDK declares `isWebsite` as possibly undefined on the class and not so on the interface; nothing here reads it.
  return bucket as IBucket;
};

const api = (scope: Construct, props: SiteProps, responseHeadersPolicy: ResponseHeadersPolicy) => ({
  origin: new HttpOrigin(props.api.host, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    customHeaders: { 'x-origin-secret': props.api.originSecret },
  }),
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  // API Gateway knows itself by its own host name only.
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  responseHeadersPolicy,
  functionAssociations: [trueViewerAddress(scope, props.audience)],
});

const newDistribution = (scope: Construct, bucket: IBucket, props: SiteProps): Distribution => {
  const headers = securityHeaders(scope);
  return new Distribution(scope, 'Distribution', {
    // The local run and the runbooks know the site by it.
    comment: props.audience,
    ...(props.host && {
      domainNames: [props.host.name],
      certificate: props.host.certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    }),
    defaultRootObject: 'index.html',
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
    webAclId: props.webAclArn,
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: headers,
      functionAssociations: [pageForEveryPath(scope)],
    },
    additionalBehaviors: { '/v1/*': api(scope, props, headers) },
  });
};

/** One site: a bucket for its files, its address, and the API under the same origin. */
export class Site extends Construct {
  /** With scheme, without a slash at the end. */
  readonly address: string;
  readonly distribution: Distribution;
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    this.bucket = newBucket(this);
    this.distribution = newDistribution(this, this.bucket, props);
    this.address = `https://${props.host?.name ?? this.distribution.distributionDomainName}`;
    acknowledge(this.distribution, {
      'AwsSolutions-CFR1':
        'People travel with their treatment and record it where they are, so no country is shut out.',
      'AwsSolutions-CFR3':
        'An access log of CloudFront keeps the address and the path of each visitor; the access log of the API has what running the service needs, without either.',
      ...(props.host === undefined && {
        'AwsSolutions-CFR4':
          'Without a domain of its own the site has the certificate of CloudFront, whose protocol policy cannot be chosen; with a domain, as in production, it is TLS 1.2 of 2021.',
      }),
    });
  }
}
