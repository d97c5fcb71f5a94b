import { createServer } from 'node:net';

/** Every port the local run listens on. */
export type Ports = {
  /** One for each site, in the order of the audiences. */
  readonly sites: readonly number[];
  readonly mailbox: number;
  readonly httpApi: number;
  readonly dynamodb: number;
  readonly s3: number;
  readonly cognito: number;
  readonly ses: number;
  readonly sts: number;
  /** The table engine itself, behind the gate that functions talk to. */
  readonly tableEngine: number;
};

const SITES = 3;

/** The ports that follow from the first: diary, centre, registry, mailbox, then those that only programs talk to. */
export function portsFrom(first: number): Ports {
  const at = (offset: number): number => first + offset;
  return {
    sites: Array.from({ length: SITES }, (_unused, index) => at(index)),
    mailbox: at(3),
    httpApi: at(4),
    dynamodb: at(5),
    s3: at(6),
    cognito: at(7),
    ses: at(8),
    sts: at(9),
    tableEngine: at(10),
  };
}

const COUNT = SITES + 8;

/** Ports that were free a moment ago, for tests that run beside each other. */
export async function freePorts(): Promise<Ports> {
  const [ports] = await freePortsFor(1);
  if (ports === undefined) throw new Error('No port is free');
  return ports;
}

/** The same for several local runs that start together: none is told of a port that another was. */
export async function freePortsFor(runs: number): Promise<Ports[]> {
  const probes = await Promise.all(Array.from({ length: runs * COUNT }, () => probe(0)));
  const taken = probes.map(({ port }) => port);
  await Promise.all(probes.map(({ close }) => close()));
  return Array.from({ length: runs }, (_unused, run) => named(taken.slice(run * COUNT, (run + 1) * COUNT)));
}

function named(taken: readonly number[]): Ports {
  const [
    mailbox = 0,
    httpApi = 0,
    dynamodb = 0,
    s3 = 0,
    cognito = 0,
    ses = 0,
    sts = 0,
    tableEngine = 0,
    ...sites
  ] = taken;
  return { sites, mailbox, httpApi, dynamodb, s3, cognito, ses, sts, tableEngine };
}

/**
 * Makes sure that nothing else has one of the ports, before anything is started.
 *
 * @throws naming the busy port and the flag that changes it.
 */
export async function claim(ports: Ports): Promise<void> {
  const { sites, ...others } = ports;
  const wanted = [
    ...sites.map((port, index) => [`site ${String(index + 1)}`, port] as const),
    ...Object.entries(others),
  ];
  for (const [name, port] of wanted) {
    try {
      await (await probe(port)).close();
    } catch (error) {
      if (!(
        error instanceof Error &&
        'code' in error &&
        (error.code === 'EADDRINUSE' || error.code === 'EACCES')
      ))
        throw error;
      throw new Error(
        `Port ${String(port)} (${name}) is taken by another program. ` +
          'Stop that program, or choose others with --port N: Haemdiary uses N and the ports up to N+10.',
        { cause: error },
      );
    }
  }
}

function probe(port: number): Promise<{ port: number; close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : port,
        close: () =>
          new Promise((closed) =>
            server.close(() => {
              closed();
            }),
          ),
      });
    });
  });
}
