import { administratorOf } from '../iam/administrator.ts';
import { postJson } from '../post-json.ts';
import type { JsonObject } from '../template/json.ts';

/** An error the engine answered, with AWS's name for it, e.g. `ResourceNotFoundException`. */
export type EngineError = { readonly error: string; readonly message: string };

/**
 * Calls the table engine as an administrator, outside any role.
 *
 * The table's own client is not used, because the streams would need a second package for three calls.
 *
 * @param target e.g. `DynamoDB_20120810.CreateTable`
 * @throws when the engine answers neither a result nor an error of AWS's form.
 */
export async function callDynamodb(
  endpoint: string,
  target: string,
  body: JsonObject,
): Promise<{ result: JsonObject } | EngineError> {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': target,
    'x-amz-date': new Date().toISOString().replaceAll(/[-:]|\.\d+/g, ''),
    authorization: administratorOf('dynamodb'),
  };
  const { ok, answer } = await postJson(endpoint, headers, body);
  if (ok) return { result: answer };
  const type = answer['__type'];
  const message = answer['message'] ?? answer['Message'];
  if (typeof type !== 'string')
    throw new Error(`The table engine answered ${target} with ${JSON.stringify(answer)}`);
  return { error: type.slice(type.indexOf('#') + 1), message: typeof message === 'string' ? message : '' };
}

/** As `callDynamodb`, for calls that have no expected failure. @throws with the engine's own words. */
export async function mustCallDynamodb(
  endpoint: string,
  target: string,
  body: JsonObject,
): Promise<JsonObject> {
  const answer = await callDynamodb(endpoint, target, body);
  if ('error' in answer) throw new Error(`${target}: ${answer.error}: ${answer.message}`);
  return answer.result;
}
