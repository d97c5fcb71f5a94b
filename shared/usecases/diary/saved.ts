import type { Saved } from '#contracts/entries.ts';
import { ok, type Result } from '#usecases/result.ts';

/** The answer to a write: id and version to correct it from. */
export const savedOf = (
  result: Result<{ readonly entry: string; readonly version: number }>,
): Result<Saved> => (result.ok ? ok({ id: result.value.entry, version: result.value.version }) : result);
