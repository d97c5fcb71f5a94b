import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Bits per second each way, and milliseconds from a question to the first of its answer. */
export interface Speed {
  readonly latency: number;
  readonly down: number;
  readonly up: number;
}

/** A link between a browser and a server; as fast as the machine until a speed is set. */
export interface SlowLink {
  readonly port: number;
  speed: Speed | undefined;
  stop: () => Promise<void>;
}

/**
 * A real link of the speed that is set, for what a browser's own throttle doesn't reach: requests of service workers.
 * All connections share it.
 *
 * @param to the port on this machine that it leads to
 */
export async function slowLink(to: number): Promise<SlowLink> {
  const open = new Set<Socket>();
  const free = { down: 0, up: 0 };
  const link: SlowLink = { port: 0, speed: undefined, stop: () => Promise.resolve() };
  /** Passes bytes on in order, each when the link has been free for them and half the latency is over. */
  const pass = (from: Socket, on: Socket, way: 'down' | 'up'): void => {
    let last = Promise.resolve();
    from.on('data', (bytes: Buffer) => {
      const { speed } = link;
      const now = performance.now();
      free[way] = Math.max(now, free[way]) + (speed === undefined ? 0 : (bytes.length * 8_000) / speed[way]);
      const ms = free[way] - now + (speed?.latency ?? 0) / 2;
      const before = last;
      last = wait(ms).then(async () => {
        await before;
        on.write(bytes);
      });
    });
    from.on('end', () => void last.then(() => on.end()));
    from.on('error', () => on.destroy());
    from.on('close', () => open.delete(from));
  };
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    open.add(near).add(far);
    pass(near, far, 'up');
    pass(far, near, 'down');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(link, {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      open.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
