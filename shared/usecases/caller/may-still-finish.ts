import { Temporal } from 'temporal-polyfill';
import type { Context } from '#usecases/ports/context.ts';

/** Long enough for a page that tries again, short enough that nobody keeps an old act to use it once more. */
const MINUTES = 15;

/**
 * Whether an act that reaches beyond the table, sent again, may still finish what a fault left undone. Later it is
 * answered alike and does nothing: what it does would stand in no audit.
 *
 * @param at when the act was first done
 */
export const mayStillFinish = ({ now }: Pick<Context, 'now'>, at: string): boolean =>
  now().since(Temporal.Instant.from(at)).total('minutes') < MINUTES;
