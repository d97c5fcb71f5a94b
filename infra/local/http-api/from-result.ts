import * as z from 'zod';
import type { InvocationResult } from '../functions/function-definition.ts';
import type { ApiResponse } from './http-api.ts';

const structuredSchema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** What API Gateway answers by itself: its own small body, the same here as in the cloud. */
export function gatewayAnswer(status: number, message: string, challenge?: string): ApiResponse {
  const headers: [string, string][] = [['content-type', 'application/json']];
  if (challenge !== undefined) headers.push(['www-authenticate', challenge]);
  return { status, headers, body: Buffer.from(JSON.stringify({ message })) };
}

/** A function's answer as a response; one that failed, or answers nonsense, is a 500 of API Gateway. */
export function fromResult(result: InvocationResult): ApiResponse {
  if (!result.ok) return gatewayAnswer(500, 'Internal Server Error');
  const payload: unknown = JSON.parse(result.payload);
  if (typeof payload !== 'object' || payload === null || !('statusCode' in payload)) {
    // Payload format 2.0: anything without a status is the body of a 200.
    const body = typeof payload === 'string' ? payload : result.payload;
    return { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(body) };
  }
  const structured = structuredSchema.safeParse(payload);
  if (!structured.success) return gatewayAnswer(500, 'Internal Server Error');
  const { statusCode, headers, cookies, body, isBase64Encoded } = structured.data;
  const named = Object.entries(headers ?? {}).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    String(value),
  ]);
  const hasType = named.some(([name]) => name === 'content-type');
  return {
    status: statusCode,
    headers: [
      ...(hasType ? [] : [['content-type', 'text/plain;charset=UTF-8'] as const]),
      ...named,
      ...(cookies ?? []).map((cookie) => ['set-cookie', cookie] as const),
    ],
    body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}
