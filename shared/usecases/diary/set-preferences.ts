import type * as z from 'zod';
import type { Me, preferencesBody } from '#contracts/diary.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { ok, type Result } from '#usecases/result.ts';
import { changeOwnLinks } from './change-own-links.ts';
import { linksOfAccount, meFrom } from './read-me.ts';

/**
 * What the account prefers. Kept on its links, where whoever writes a mail about the diary finds it; what the body
 * leaves out stays as it is.
 */
export const setPreferences = async (
  context: Context & Scopes,
  caller: Person,
  { mutationId, language }: z.infer<typeof preferencesBody>,
): Promise<Result<Me>> => {
  const [links, current] = await Promise.all([
    linksOfAccount(context, caller.account),
    context.statementInForce(),
  ]);
  const changed = await changeOwnLinks(context, caller, links, {
    action: 'set-preferences',
    mutationId,
    set: language === undefined ? {} : { language },
  });
  return changed.ok ? ok(meFrom(caller, changed.value, current)) : changed;
};
