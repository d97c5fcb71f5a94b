import * as z from 'zod';
import { administratorOf } from '../iam/administrator.ts';
import { postJson } from '../post-json.ts';
import type { JsonObject } from '../template/json.ts';

const failureSchema = z.object({ __type: z.string(), message: z.string().default('') });

/**
 * Calls the local user pools as an administrator. Not by the SDK's client: the template's own property names go
 * through as they are, so nothing about a pool has to be listed here.
 *
 * @returns the result, or the name of the error the pools answered.
 */
export async function callCognito(
  endpoint: string,
  operation: string,
  body: JsonObject,
): Promise<{ result: JsonObject } | { error: string; message: string }> {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    authorization: administratorOf('cognito-idp'),
  };
  const { ok, answer } = await postJson(endpoint, headers, body);
  if (ok) return { result: answer };
  const { __type: type, message } = failureSchema.parse(answer);
  return { error: type.replace(/^.*#/, ''), message };
}

/** As `callCognito`, for calls that have to work. @throws with the pools' own words. */
export async function mustCallCognito(
  endpoint: string,
  operation: string,
  body: JsonObject,
): Promise<JsonObject> {
  const answer = await callCognito(endpoint, operation, body);
  if ('error' in answer) throw new Error(`${operation}: ${answer.error}: ${answer.message}`);
  return answer.result;
}
