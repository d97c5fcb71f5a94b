import { request } from 'node:http';
import { jsonObjectSchema, type JsonObject } from './template/json.ts';

/**
 * Posts JSON to an engine of this machine and reads its JSON answer.
 *
 * Each call has a connection of its own. A kept one may have been closed by the engine while this process was busy
 * (making demo data takes longer than servers keep idle connections), and using it then fails for no fault of anyone.
 *
 * @throws when nothing answers, or the answer is not a JSON object.
 */
export function postJson(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: JsonObject,
): Promise<{ readonly ok: boolean; readonly answer: JsonObject }> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', agent: false, headers: { ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const status = response.statusCode ?? 0;
        const parsed = jsonObjectSchema.safeParse(parsedOr(Buffer.concat(chunks).toString('utf8')));
        if (parsed.success) resolve({ ok: status >= 200 && status < 300, answer: parsed.data });
        else reject(new Error(`${url} answered ${String(status)} without a JSON object`));
      });
    });
    call.once('error', reject);
    call.end(JSON.stringify(body));
  });
}

/** Undefined for what is not JSON. */
function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
