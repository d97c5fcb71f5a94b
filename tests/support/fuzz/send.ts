import { request, type Agent } from 'node:http';

/** A request as it goes on the wire. */
export interface Sent {
  readonly method: string;
  /** With its query, in ASCII. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
  readonly milliseconds: number;
}

/** Longer than a function may take, so that a hang is seen as its 503. */
const PATIENCE_MS = 40_000;

/**
 * Sends a request as it is: no redirect, no normalising of `..`, any method.
 *
 * @throws Error when there is no answer at all
 */
export const send = (origin: string, sent: Sent, agent: Agent): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const began = performance.now();
    const { method, target: path, headers } = sent;
    const outgoing = request(
      { hostname, port, method, path, headers, agent, timeout: PATIENCE_MS },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks),
            milliseconds: performance.now() - began,
          });
        });
      },
    );
    outgoing.on('timeout', () => {
      outgoing.destroy(new Error(`no answer in ${String(PATIENCE_MS / 1000)} s`));
    });
    outgoing.on('error', reject);
    outgoing.end(sent.body);
  });
