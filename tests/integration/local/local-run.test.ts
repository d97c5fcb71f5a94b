import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { Local } from '../../../infra/local/local-options.ts';
import { freePorts } from '../../../infra/local/ports.ts';
import { startLocal } from '../../../infra/local/start-local.ts';
import { tinyClients } from '../../support/tiny-app/tiny-clients.ts';
import { synthesiseTinyApp } from '../../support/tiny-app/synthesise-tiny-app.ts';

const dataDirectory = mkdtempSync(join(tmpdir(), 'local-run-'));
const seen = z.object({
  event: z.record(z.string(), z.unknown()),
  calls: z.number(),
  pid: z.number(),
  environment: z.record(z.string(), z.string()),
});
const whereSchema = z.object({
  addresses: z.record(z.string(), z.string()),
  endpoints: z.object({ dynamodb: z.string() }),
});
let assembly: string;
let local: Local;
let ports: Awaited<ReturnType<typeof freePorts>>;

const start = async (): Promise<void> => {
  local = await startLocal({ assembly, dataDirectory, ports, demo: false });
};
const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${local.addresses['diary'] ?? ''}${path}`, { redirect: 'manual', ...init });
const shown = async (path: string, init?: RequestInit) => seen.parse(await (await get(path, init)).json());
const output = (name: string): string => z.string().parse(local.resources.outputs[name]);
const logOf = (name: string): string => {
  const found = local.resources.functions.find((each) => each.name.startsWith(`TinyData-${name}`));
  try {
    return readFileSync(join(dataDirectory, 'logs', `${found?.name ?? ''}.log`), 'utf8');
  } catch {
    return '';
  }
};

const clients = () => tinyClients(local.endpoints, output('TinyData.TableName'));
const signedIn = () => clients().signIn(output('TinyData.PoolId'), output('TinyData.ClientId'), 'wren');

beforeAll(async () => {
  assembly = synthesiseTinyApp();
  ports = await freePorts();
  await start();
  await clients().addPerson(output('TinyData.PoolId'), 'wren');
}, 120_000);
afterAll(() => local.stop());

describe('the table', () => {
  it('has the keys, indexes, stream and TTL of the template', async () => {
    expect(await clients().describeTable()).toEqual({
      localIndexes: ['time'],
      globalIndexes: ['due'],
      stream: 'NEW_AND_OLD_IMAGES',
      timeToLive: 'expires',
    });
  });
});

describe('the site', () => {
  it('serves its files with the template’s security headers', async () => {
    const response = await get('/');
    expect(await response.text()).toContain('<title>Tiny</title>');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html',
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'self'",
      'x-frame-options': 'DENY',
    });
  });

  it('runs the viewer function, so any path without a dot is the page', async () => {
    expect(await (await get('/calendar/2026-11')).text()).toContain('<title>Tiny</title>');
  });

  it('answers 403 for a missing file, as S3 does to CloudFront', async () => {
    const response = await get('/none.js');
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('AccessDenied');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
  });

  it('compresses, and knows what the browser has already', async () => {
    const response = await get('/app.js', { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    const etag = response.headers.get('etag') ?? '';
    expect((await get('/app.js', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});

describe('the API', () => {
  it('is under the site’s own origin, with the origin’s secret header and without the viewer’s', async () => {
    const { event } = await shown('/v1/open?a=1', {
      headers: { 'x-origin-secret': 'forged', cookie: 'x=1' },
    });
    expect(event).toMatchObject({
      routeKey: 'GET /v1/open',
      queryStringParameters: { a: '1' },
      cookies: ['x=1'],
    });
    const { headers } = z.object({ headers: z.record(z.string(), z.string()) }).parse(event);
    expect(headers['x-origin-secret']).toMatch(/^[0-9a-f]{32}$/);
    expect(headers['host']).toContain('execute-api');
  });

  it('keeps every cookie of an answer apart', async () => {
    expect((await get('/v1/open')).headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
  });

  it('answers 404 where the template has no route', async () => {
    const response = await get('/v1/nowhere');
    expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }]);
  });

  it('refuses a request without a token of the pool before any code runs', async () => {
    const before = await shown('/v1/open');
    for (const authorization of [undefined, 'Bearer nonsense']) {
      const response = await get('/v1/mine/7', {
        headers: authorization === undefined ? {} : { authorization },
      });
      expect([response.status, await response.json()]).toEqual([401, { message: 'Unauthorized' }]);
    }
    expect((await shown('/v1/open')).calls).toBe(before.calls + 1);
  });

  it('lets a signed-in person through with claims the trigger made, as text', async () => {
    const { event } = await shown('/v1/mine/7', { headers: { authorization: `Bearer ${await signedIn()}` } });
    expect(event).toMatchObject({
      pathParameters: { id: '7' },
      requestContext: {
        authorizer: {
          jwt: { claims: { account: 'a1', token_use: 'id', exp: expect.stringMatching(/^\d+$/) as string } },
        },
      },
    });
  });
});

describe('a function', () => {
  it('stays warm between calls', async () => {
    const [one, two] = [await shown('/v1/open'), await shown('/v1/open')];
    expect([two.pid, two.calls]).toEqual([one.pid, one.calls + 1]);
  });

  it('runs in its own processes, one request each, when calls come at once', async () => {
    const pids = (await Promise.all(Array.from({ length: 3 }, () => shown('/v1/wait')))).map(
      ({ pid }) => pid,
    );
    expect(new Set(pids).size).toBe(3);
    expect(pids).not.toContain(process.pid);
  });

  it('has the template’s environment, its role’s credentials and nothing of this process', async () => {
    const { environment } = await shown('/v1/open');
    expect(environment).toMatchObject({
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_REGION: 'eu-west-2',
      AWS_ACCESS_KEY_ID: expect.stringContaining('AnswersServiceRole') as string,
      AWS_ENDPOINT_URL_DYNAMODB: local.endpoints.dynamodb,
    });
    expect(environment).not.toHaveProperty('VITEST');
  });

  it('that throws answers 500 without internals, and its log has them', async () => {
    const response = await get('/v1/throw');
    expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    expect(logOf('Answers')).toContain('an internal detail');
  });

  it.each(['/v1/slow', '/v1/exit'])(
    'that ends by %s answers 500, and the next call gets a new process',
    async (path) => {
      const before = new Set(
        (await Promise.all(Array.from({ length: 4 }, () => shown('/v1/wait')))).map(({ pid }) => pid),
      );
      expect((await get(path)).status).toBe(500);
      const after = (await Promise.all(Array.from({ length: 4 }, () => shown('/v1/wait')))).map(
        ({ pid }) => pid,
      );
      expect(after.some((pid) => !before.has(pid))).toBe(true);
    },
  );
});

describe('the stream', () => {
  it('reaches the function with what the filter lets through', async () => {
    await clients().put('plain', { type: { S: 'entry' } });
    await clients().put('wanted', { type: { S: 'outbox' } });
    await vi.waitFor(() => {
      expect(logOf('Reader')).toContain('wanted');
    }, 10_000);
    expect(logOf('Reader')).not.toContain('plain');
    expect(logOf('Reader')).toContain('"eventSource":"aws:dynamodb"');
  });

  it('ends in the failure destination after the last retry', async () => {
    await clients().put('bad', { type: { S: 'outbox' }, spoiled: { BOOL: true } });
    await vi.waitFor(async () => {
      const { queues } = z
        .object({ queues: z.array(z.object({ messages: z.number() })) })
        .parse(await (await get('/__local/status')).json());
      expect(queues).toEqual([expect.objectContaining({ messages: 1 })]);
    }, 15_000);
  });
});

describe('a schedule', () => {
  it('runs on request with the given time as its scheduled time', async () => {
    const response = await get('/__local/schedules/sweep', {
      method: 'POST',
      body: '{"time":"2026-11-22T05:00:00Z"}',
    });
    expect(await response.json()).toMatchObject({
      time: '2026-11-22T05:00:00Z',
      result: { event: { time: '2026-11-22T05:00:00Z' } },
    });
  });

  it('that does not exist is 404, and a time that is none 400', async () => {
    expect((await get('/__local/schedules/none', { method: 'POST' })).status).toBe(404);
    expect((await get('/__local/schedules/sweep', { method: 'POST', body: '{"time":"noon"}' })).status).toBe(
      400,
    );
  });

  it('is not run by a page of another site', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    expect((await get('/__local/schedules/sweep', { method: 'POST', headers })).status).toBe(403);
  });
});

describe('mail', () => {
  it('that bounces reaches the function behind the configuration set’s topic', async () => {
    const id = await clients().sendMail();
    expect((await get(`/__local/mail/${id}/bounce`, { method: 'POST' })).status).toBe(200);
    expect(logOf('MailReader')).toContain('\\"eventType\\":\\"Bounce\\"');
    expect(logOf('MailReader')).not.toContain('Delivery');
    expect((await get('/__local/mail/none/bounce', { method: 'POST' })).status).toBe(404);
  });
});

describe('the console', () => {
  it('is a page under the site’s own headers', async () => {
    const response = await get('/__local/');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'self'");
    expect(await response.text()).toContain('Haemdiary on this machine');
  });

  it('says as JSON where everything is', async () => {
    expect(await (await get('/__local/status')).json()).toMatchObject({
      addresses: local.addresses,
      data: dataDirectory,
      schedules: [{ name: 'sweep', expression: 'rate(1 hour)' }],
      accounts: [],
    });
  });
});

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a restart', () => {
  it('leaves no process and keeps pools, people and the origin secret', async () => {
    const token = await signedIn();
    const before = await shown('/v1/mine/1', { headers: { authorization: token } });
    await local.stop();
    expect(alive(before.pid)).toBe(false);
    await expect(fetch(local.endpoints.dynamodb)).rejects.toThrow('fetch failed');
    await start();
    const after = await shown('/v1/mine/1', { headers: { authorization: token } });
    const secretOf = ({ event }: z.infer<typeof seen>) =>
      z.object({ headers: z.object({ 'x-origin-secret': z.string() }) }).parse(event);
    expect(secretOf(after).headers['x-origin-secret']).toBe(secretOf(before).headers['x-origin-secret']);
    expect(after.pid).not.toBe(before.pid);
    expect(after.calls).toBe(1);
  });
});

describe('a run that is killed without warning', () => {
  it('leaves neither engine nor function behind, and its data can be used again', async () => {
    const data = mkdtempSync(join(tmpdir(), 'killed-run-'));
    const script = fileURLToPath(new URL('../../support/tiny-app/run-tiny-app.ts', import.meta.url));
    const run = spawn(process.execPath, [script, assembly, data], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = z
      .tuple([z.instanceof(Buffer)])
      .rest(z.unknown())
      .parse(await once(run.stdout, 'data'));
    const { addresses, endpoints } = whereSchema.parse(JSON.parse(line.toString('utf8')));
    const { pid } = seen.parse(await (await fetch(`${addresses['diary'] ?? ''}/v1/open`)).json());
    run.kill('SIGKILL');
    await once(run, 'exit');
    await vi.waitFor(() => expect(fetch(endpoints.dynamodb)).rejects.toThrow('fetch failed'), 5000);
    await vi.waitFor(() => {
      expect(alive(pid)).toBe(false);
    }, 5000);
    const again = await startLocal({ assembly, dataDirectory: data, ports: await freePorts(), demo: false });
    await again.stop();
  });
});
