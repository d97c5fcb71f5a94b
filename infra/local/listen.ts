import { createServer, type RequestListener } from 'node:http';

/** A listening HTTP server. */
export type Listening = { readonly port: number; readonly stop: () => Promise<void> };

/**
 * Listens on this machine only.
 *
 * @param port 0 for any free one.
 * @throws when another program has the port.
 */
export async function listen(listener: RequestListener, port: number): Promise<Listening> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // An address, not a name: `localhost` may be ::1 here, and clients that find nothing there try 127.0.0.1 too.
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    port: address.port,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
