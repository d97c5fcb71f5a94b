import * as z from 'zod';

/** What the parent asks of the process a function lives in. */
export const requestSchema = z.object({
  requestId: z.string(),
  event: z.unknown(),
  /** Epoch milliseconds at which the invocation is killed. */
  deadline: z.number(),
});
/** What the process answers. `id` is the request's; a failure without one happened while the module was loading. */
export const replySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('payload'), requestId: z.string(), payload: z.string() }),
  z.object({
    kind: z.literal('failure'),
    requestId: z.string().optional(),
    errorType: z.string(),
    errorMessage: z.string(),
  }),
]);

export type Request = z.infer<typeof requestSchema>;
export type Reply = z.infer<typeof replySchema>;
