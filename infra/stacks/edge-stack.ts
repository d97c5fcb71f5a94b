import { CrossStackReferences, ReferenceStrength, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct, IConstruct } from 'constructs';
import { WebAcl } from '../constructs/web-acl.ts';
import type { Settings } from '../settings.ts';

/** Across regions a strong reference needs functions of its own on both sides; a weak one is CloudFormation's. */
const readableFromHome = (resource: IConstruct): void => {
  CrossStackReferences.of(resource).produce(ReferenceStrength.WEAK);
};

/** What CloudFront takes only from us-east-1: the certificate of the sites and the web ACL. It sees no data of anyone. */
export class EdgeStack extends Stack {
  readonly webAcl: WebAcl;
  /** Only where a domain is configured. */
  readonly certificate: ICertificate | undefined;

  constructor(scope: Construct, id: string, props: StackProps & { readonly settings: Settings }) {
    super(scope, id, props);
    this.webAcl = new WebAcl(this, 'WebAcl');
    readableFromHome(this.webAcl.acl);
    this.certificate = this.certificateFor(props.settings.domain);
  }

  private certificateFor(domain: Settings['domain']): ICertificate | undefined {
    if (domain === undefined) return undefined;
    const { name, hostedZoneId } = domain;
    const certificate = new Certificate(this, 'Certificate', {
      domainName: `*.${name}`,
      validation: CertificateValidation.fromDns(
        hostedZoneId === undefined
          ? undefined
          : PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName: name }),
      ),
    });
    readableFromHome(certificate);
    return certificate;
  }
}
