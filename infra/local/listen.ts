import { type RequestListener, createServer } from 'node:http';

/** A server on this machine only. */
export interface LocalServer {
  port: number;
  /** Stops taking requests and cuts the ones still open. */
  close: () => Promise<void>;
}

/**
 * Listens on the loopback address.
 * @param port 0 for any free one
 * @throws when the port is busy
 */
export async function listen(listener: RequestListener, port: number): Promise<LocalServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    port: address.port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
