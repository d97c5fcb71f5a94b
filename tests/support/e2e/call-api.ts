import { randomUUID } from 'node:crypto';
import type { Audience } from '#contracts/route.ts';
import { sharedRun } from './shared-run.ts';

export interface ApiCall {
  readonly token?: string;
  readonly body?: unknown;
  /** The version a correction starts from. */
  readonly ifMatch?: number;
}
export interface ApiAnswer {
  readonly status: number;
  /** The parsed JSON, or undefined where there is no body. */
  readonly value: unknown;
}

/** An id as pages make them. */
export const newId = (): string => randomUUID();

/** The address of a site of the shared local run, without a slash at the end. */
export function addressOf(name: Audience | 'mailbox'): string {
  const address = sharedRun().addresses[name];
  if (address === undefined) throw new Error(`The local run has no ${name}`);
  return new URL(address).origin;
}

/**
 * Asks the API as a page does, through the site's own origin: what a journey needs but does not prove.
 *
 * @param request method and path, e.g. `GET /v1/me`
 */
export async function askApi(site: Audience, request: string, call: ApiCall = {}): Promise<ApiAnswer> {
  const [method = 'GET', path = ''] = request.split(' ');
  const answer = await fetch(`${addressOf(site)}${path}`, {
    method,
    headers: {
      'x-haemdiary': '1',
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(call.ifMatch === undefined ? {} : { 'if-match': `"${String(call.ifMatch)}"` }),
      ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
  const text = await answer.text();
  const value: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: answer.status, value };
}

/** The same, where anything but success is the end of the test. */
export async function callApi(site: Audience, request: string, call: ApiCall = {}): Promise<unknown> {
  const { status, value } = await askApi(site, request, call);
  if (status >= 300) throw new Error(`${request}: ${String(status)} ${JSON.stringify(value)}`);
  return value;
}
