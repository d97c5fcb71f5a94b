import type * as z from 'zod';
import type { Statement } from '#contracts/diary.ts';
import type { statementBody } from '#contracts/registry.ts';
import { statement } from '#table/entities/centre.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { doneBefore } from '#usecases/centre/change-centre.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import type { Context, RegistryCaller } from '#usecases/ports/context.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { answerRegistryAgain, writeAtRegistry } from './registry-may.ts';

/**
 * Publishes the next version of the privacy statement. Versions follow each other and none is ever changed: records
 * stay under the text that was in force. Everyone must agree to it at the next sign-in.
 */
export const publishStatement = async (
  context: Context,
  caller: RegistryCaller,
  given: { readonly version: number; readonly body: z.infer<typeof statementBody> },
): Promise<Result<Statement>> => {
  const { version, body } = given;
  const newest = await context.store.query(patterns.newestStatement(), { limit: 1 });
  const current = newest.items[0]?.item.statement ?? 0;
  const { mutationId, ...fields } = body;
  const value = { version, ...fields };
  if (version === current && newest.items[0]?.item.mutationId === mutationId)
    return answerRegistryAgain(context, caller, value);
  if (version !== current + 1) return invalid('/version', 'not-the-next');
  const item = { statement: version, ...fields, ...created(stampOf(context, caller, mutationId)) };
  const happening = { action: 'publish-statement', about: String(version), mutationId };
  return writeAtRegistry(
    context,
    caller,
    { acts: [{ act: 'put', label: 'statement', entity: statement, item, over: 'absent' }], happening, value },
    (refused) => (doneBefore(refused, 'statement', mutationId) ? ok(value) : fail('taken')),
  );
};
