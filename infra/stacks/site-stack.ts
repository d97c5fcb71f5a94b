import { join } from 'node:path';
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AaaaRecord,
  ARecord,
  type IHostedZone,
  PublicHostedZone,
  RecordTarget,
} from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { Audience } from '#contracts/route.ts';
import { SitePublisher } from '../constructs/site-publisher.ts';
import { Site } from '../constructs/site.ts';
import type { Settings } from '../settings.ts';
import type { ApiStack } from './api-stack.ts';
import type { EdgeStack } from './edge-stack.ts';

export interface SiteStackProps extends StackProps {
  readonly settings: Settings;
  readonly sites: string;
  readonly api: ApiStack;
  readonly edge: EdgeStack;
}

/** The three sites, each on its own host, so that script on one can't reach another's session. */
export class SiteStack extends Stack {
  readonly addresses: Readonly<Record<Audience, string>>;

  constructor(scope: Construct, id: string, props: SiteStackProps) {
    super(scope, id, props);
    const zone = this.zoneOf(props.settings.domain);
    const diary = this.newSite('diary', 'Diary', props, zone);
    const centre = this.newSite('centre', 'Centre', props, zone);
    const registry = this.newSite('registry', 'Registry', props, zone);
    this.addresses = { diary: diary.address, centre: centre.address, registry: registry.address };
    this.publish(props.sites, { diary, centre, registry });
  }

  private newSite(
    audience: Audience,
    id: string,
    props: SiteStackProps,
    zone: IHostedZone | undefined,
  ): Site {
    const { settings, api, edge } = props;
    const host =
      settings.domain !== undefined && edge.certificate !== undefined
        ? { name: `${audience}.${settings.domain.name}`, certificate: edge.certificate }
        : undefined;
    const site = new Site(this, id, {
      audience,
      host,
      webAclArn: edge.webAcl.acl.attrArn,
      api: { host: api.api.host, originSecret: api.originSecret.reference },
    });
    if (host !== undefined && zone !== undefined) {
      const record = {
        zone,
        recordName: host.name,
        target: RecordTarget.fromAlias(new CloudFrontTarget(site.distribution)),
      };
      new ARecord(site, 'Address', record);
      new AaaaRecord(site, 'AddressV6', record);
    }
    new CfnOutput(this, `${id}Url`, { value: site.address, description: site.distribution.distributionId });
    return site;
  }

  private publish(folder: string, sites: Readonly<Record<Audience, Site>>): void {
    new SitePublisher(this, 'Publisher', {
      sites: Object.entries(sites).map(([audience, { bucket }]) => ({
        id: audience,
        files: join(folder, audience),
        bucket,
      })),
    });
  }

  private zoneOf(domain: Settings['domain']): IHostedZone | undefined {
    if (domain?.hostedZoneId === undefined) return undefined;
    const { name, hostedZoneId } = domain;
    return PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName: name });
  }
}
