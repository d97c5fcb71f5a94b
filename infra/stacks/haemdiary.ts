import type { App } from 'aws-cdk-lib';
import type { FunctionBundles } from '../constructs/function-bundles.ts';
import { EDGE_REGION, HOME_REGION, type Settings } from '../settings.ts';
import { ApiStack } from './api-stack.ts';
import { DataStack } from './data-stack.ts';
import { EdgeStack } from './edge-stack.ts';
import { IdentityStack } from './identity-stack.ts';
import { JobsStack } from './jobs-stack.ts';
import { SiteStack } from './site-stack.ts';

export interface HaemdiaryProps {
  readonly settings: Settings;
  readonly bundles: FunctionBundles;
  /** Folder with one built site an audience (`web/dist`). */
  readonly sites: string;
}

/** The whole service, stack by stack. Data and identity are kept for ever; the others can be made anew from this code. */
export const addHaemdiary = (app: App, { settings, bundles, sites }: HaemdiaryProps): void => {
  const home = { env: { account: settings.account, region: HOME_REGION } };
  const kept = { ...home, terminationProtection: true };
  const atTheEdge = { env: { account: settings.account, region: EDGE_REGION } };

  const data = new DataStack(app, 'HaemdiaryData', { ...kept, settings });
  const identity = new IdentityStack(app, 'HaemdiaryIdentity', { ...kept, bundles, data });
  const api = new ApiStack(app, 'HaemdiaryApi', { ...home, bundles, data, identity });
  const edge = new EdgeStack(app, 'HaemdiaryEdge', { ...atTheEdge, settings });
  const site = new SiteStack(app, 'HaemdiarySite', { ...home, settings, sites, api, edge });
  new JobsStack(app, 'HaemdiaryJobs', { ...home, bundles, data, identity, addresses: site.addresses });
};
