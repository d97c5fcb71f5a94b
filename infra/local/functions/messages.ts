import * as z from 'zod';

/** What the parent asks of the process a function lives in. */
export type Request = {
  readonly requestId: string;
  readonly event: unknown;
  /** Epoch milliseconds at which the invocation is killed. */
  readonly deadline: number;
};

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

export type Reply = z.infer<typeof replySchema>;
