import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { InvocationResult } from '../functions/function-definition.ts';
import type { AnswerRequest } from '../http-api/create-http-api.ts';
import type { ApiRequest, ApiResponse } from '../http-api/http-api.ts';
import { codesOf } from './codes-of.ts';
import { consolePage } from './console-page.ts';
import type { Status } from './status.ts';

/** What the console can show and do. */
export type ConsoleTools = {
  readonly status: () => Status;
  readonly runSchedule: (name: string, time: Temporal.Instant) => Promise<InvocationResult> | undefined;
  readonly bounceMail: (id: string) => Promise<'published' | 'not-found' | 'no-configuration-set'>;
};

/** Everything of the console is under this path of the diary's site; no route or file of ours begins so. */
export const CONSOLE_PATH = '/__local';

const runSchema = z.strictObject({ time: z.string().optional() });
const FILES: Readonly<Record<string, { type: string; name: string }>> = {
  '/console.css': { type: 'text/css', name: 'console.css' },
  '/codes.js': { type: 'text/javascript', name: 'codes.js' },
};

/** Answers what is under `/__local`. */
export function createConsole(tools: ConsoleTools): AnswerRequest {
  return async (request) => {
    const path = request.path.slice(CONSOLE_PATH.length);
    if (request.method === 'POST')
      return isFromElsewhere(request, tools)
        ? json(403, { message: 'Not from another site' })
        : act(path, request, tools);
    const file = FILES[path];
    if (file !== undefined) return answer(200, file.type, readFileSync(new URL(file.name, import.meta.url)));
    if (path === '')
      return { status: 302, headers: [['location', `${CONSOLE_PATH}/`]], body: Buffer.alloc(0) };
    const status = tools.status();
    if (path === '/')
      return answer(
        200,
        'text/html; charset=utf-8',
        Buffer.from(consolePage(status, codesOf(status.accounts, Date.now()))),
      );
    if (path === '/status') return json(200, status);
    if (path === '/codes') return json(200, codesOf(status.accounts, Date.now()));
    return json(404, { message: 'Not Found' });
  };
}

/** Any page in the same browser can post to localhost; only pages of the local run may. */
function isFromElsewhere(request: ApiRequest, tools: ConsoleTools): boolean {
  const { origin } = request.headers;
  return (
    origin !== undefined &&
    !Object.values(tools.status().addresses).some((address) => new URL(address).origin === origin)
  );
}

async function act(path: string, request: ApiRequest, tools: ConsoleTools): Promise<ApiResponse> {
  const schedule = /^\/schedules\/([^/]+)$/.exec(path)?.[1];
  if (schedule !== undefined) return runSchedule(decodeURIComponent(schedule), request, tools);
  const mail = /^\/mail\/([^/]+)\/bounce$/.exec(path)?.[1];
  if (mail === undefined) return json(404, { message: 'Not Found' });
  const played = await tools.bounceMail(decodeURIComponent(mail));
  if (played === 'not-found') return json(404, { message: 'There is no such mail' });
  if (played === 'no-configuration-set')
    return json(409, { message: 'Mails without a configuration set have no events' });
  return json(200, { message: 'The bounce was delivered' });
}

async function runSchedule(name: string, request: ApiRequest, tools: ConsoleTools): Promise<ApiResponse> {
  const time = timeOf(request);
  if (time === undefined)
    return json(400, {
      message: 'The body is empty, or JSON with "time": an instant such as 2026-11-22T09:00:00Z',
    });
  const result = await tools.runSchedule(name, time);
  if (result === undefined) return json(404, { message: `There is no schedule ${name}` });
  const run = { name, time: time.toString({ smallestUnit: 'second' }) };
  if (!result.ok)
    return json(500, { ...run, errorType: result.errorType, errorMessage: result.errorMessage });
  const parsed: unknown = JSON.parse(result.payload);
  return json(200, { ...run, result: parsed });
}

/** Now, unless the body names another instant; undefined when the body is not what it should be. */
function timeOf(request: ApiRequest): Temporal.Instant | undefined {
  const text = request.body?.toString('utf8') ?? '';
  if (text === '') return Temporal.Now.instant();
  try {
    const { time } = runSchema.parse(JSON.parse(text));
    return time === undefined ? Temporal.Now.instant() : Temporal.Instant.from(time);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError || error instanceof z.ZodError)
      return undefined;
    throw error;
  }
}

function json(status: number, value: unknown): ApiResponse {
  return answer(status, 'application/json', Buffer.from(JSON.stringify(value)));
}

function answer(status: number, type: string, body: Buffer): ApiResponse {
  return {
    status,
    headers: [
      ['content-type', type],
      ['cache-control', 'no-store'],
    ],
    body,
  };
}
