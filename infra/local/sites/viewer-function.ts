import { createContext, Script } from 'node:vm';
import * as z from 'zod';

const valueSchema = z.object({ value: z.string() });
const valuesSchema = z.object({ value: z.string(), multiValue: z.array(valueSchema).optional() });
const requestSchema = z.object({
  method: z.string(),
  uri: z.string(),
  querystring: z.record(z.string(), valuesSchema),
  headers: z.record(z.string(), valueSchema),
  cookies: z.record(z.string(), valuesSchema),
});
const responseSchema = z.object({
  statusCode: z.number(),
  statusDescription: z.string().optional(),
  headers: z.record(z.string(), valueSchema).default({}),
  body: z
    .union([z.string(), z.object({ data: z.string(), encoding: z.enum(['text', 'base64']) })])
    .optional(),
});

/** A request as a viewer function sees and returns it. */
export type ViewerRequest = z.infer<typeof requestSchema>;
/** What a viewer function answers instead of letting a request through. */
export type ViewerResponse = z.infer<typeof responseSchema>;

/** A CloudFront Function, ready to run: takes the event, returns what its handler returns. */
export type ViewerFunction = (event: object) => Promise<unknown>;

/** CloudFront allows under a millisecond; here several processes share the cores. */
const LIMIT_MS = 5_000;

/**
 * Makes a CloudFront Function of the template callable. It runs in a context of its own, without anything of Node.
 *
 * @param limitMs how long it may run on: another one only where a test waits for the end of it.
 * @throws when the code does not compile.
 */
export function createViewerFunction(code: string, name: string, limitMs = LIMIT_MS): ViewerFunction {
  const context = createContext({ event: '' }, { codeGeneration: { strings: false, wasm: false } });
  new Script(code, { filename: `${name}.js` }).runInContext(context, { timeout: limitMs });
  const call = new Script(
    'Promise.resolve(handler(JSON.parse(event))).then((answer) => JSON.stringify(answer))',
  );
  return async (event) => {
    context['event'] = JSON.stringify(event);
    const answer: unknown = await call.runInContext(context, { timeout: limitMs });
    const parsed: unknown = JSON.parse(z.string().parse(answer));
    return parsed;
  };
}

/** A viewer-request function's answer: the request to go on with, or the response to send at once. */
export function parseViewerAnswer(
  answer: unknown,
): { request: ViewerRequest } | { response: ViewerResponse } {
  if (typeof answer === 'object' && answer !== null && 'statusCode' in answer)
    return { response: responseSchema.parse(answer) };
  return { request: requestSchema.parse(answer) };
}
