import { Temporal } from 'temporal-polyfill';
import type { Copy, MonthView } from '#contracts/diary.ts';
import { readNoted } from '#usecases/audit/view.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { covers, type DiaryIds } from './may-write.ts';
import { monthFor } from './view-month.ts';

/** How many months a device keeps, the newest among them. */
const MONTHS = 3;

const monthsTo = (newest: string): readonly string[] =>
  Array.from({ length: MONTHS }, (_, back) =>
    Temporal.PlainYearMonth.from(newest).subtract({ months: back }).toString(),
  );

/**
 * Three months for a device to keep. One line of the audit, which says that a copy was kept on a device: nobody has
 * looked at every one of these months, and nobody should read in the log that they had.
 */
export const keepCopy = async (
  context: Context,
  caller: Person,
  diary: DiaryIds,
  newest: string,
): Promise<Result<Copy>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const view = { action: 'keep-copy', about: newest } as const;
  return readNoted(context, caller, { of: 'diary', ...diary }, view, async () => {
    const results = await Promise.all(
      monthsTo(newest).map((month) => monthFor(context, caller, diary, month)),
    );
    const months: MonthView[] = [];
    for (const result of results) {
      if (!result.ok) return result;
      months.push(result.value);
    }
    return ok({ months });
  });
};
