import { AUDIENCES } from '#contracts/route.ts';
import type { Cloud } from './cloud.ts';
import type { Ports } from './ports.ts';
import type { Distribution } from './sites/distribution.ts';

/** A site of the template, the port it gets here and its address. */
export type PlacedSite = {
  readonly distribution: Distribution;
  readonly port: number;
  readonly address: string;
};

/**
 * Gives each distribution its port: those for our audiences first, in the audiences' order, then any other.
 *
 * @throws when there are more sites than ports.
 */
export function placeSites(cloud: Pick<Cloud, 'distributions'>, ports: Ports): PlacedSite[] {
  const order = (name: string): number => (AUDIENCES as readonly string[]).indexOf(name) >>> 0;
  const sites = [...cloud.distributions.values()].sort((a, b) => order(a.name) - order(b.name));
  return sites.map((distribution, index) => {
    const port = ports.sites[index];
    if (port === undefined) throw new Error(`There is no port for the site ${distribution.name}`);
    return { distribution, port, address: `http://localhost:${String(port)}` };
  });
}

/**
 * Turns the sites' addresses in the cloud into their local ones, wherever they stand in a text: what the name service
 * does for the deployed system.
 */
export function translatorOf(sites: readonly PlacedSite[]): (text: string) => string {
  const pairs = sites.flatMap(({ distribution, address }) =>
    [distribution.domain, ...distribution.aliases].map((host) => [`https://${host}`, address] as const),
  );
  return (text) => pairs.reduce((changed, [cloud, local]) => changed.replaceAll(cloud, local), text);
}
