import type { Statement } from '#contracts/diary.ts';
import { newestStatement } from '#table/patterns.ts';
import type { Context } from '../ports/context.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SessionAnswer } from './visitor.ts';

/** The privacy statement in force, readable by anyone. */
export const getStatement = async (context: Context): Promise<Result<SessionAnswer<Statement>>> => {
  const { items } = await context.store.query(newestStatement(), { limit: 1 });
  const [newest] = items;
  if (newest === undefined) return fail('not-found');
  const { statement: version, publishedOn, changes, sections, easyRead } = newest.item;
  return ok({
    answer: { version, publishedOn, changes, sections, ...(easyRead === undefined ? {} : { easyRead }) },
  });
};
