import type { StatementVersion } from '#contracts/diary.ts';
import { newestStatement } from '#table/patterns.ts';
import type { Context } from '../ports/context.ts';
import { ok, type Result } from '../result.ts';
import type { SessionAnswer } from './visitor.ts';

/** A statement is rewritten every few years; this is more than a lifetime of them. */
const MOST = 100;

/** Every published version of the privacy statement with what changed in it, the newest first, for anyone. */
export const listStatements = async (
  context: Context,
): Promise<Result<SessionAnswer<{ readonly items: StatementVersion[] }>>> => {
  const { items } = await context.store.query(newestStatement(), { limit: MOST });
  return ok({
    answer: {
      items: items.map(({ item: { statement: version, publishedOn, changes } }) => ({
        version,
        publishedOn,
        changes,
      })),
    },
  });
};
