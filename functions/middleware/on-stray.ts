import type { OnStray } from '#usecases/ports/store.ts';
import { log } from './log.ts';
import { countBroken } from './metrics.ts';

/** Items that were written with the index keys of somebody else: nothing of ours writes any, so it raises the alarm. */
export const onStray: OnStray = (index, count) => {
  log.error('index shows what is not there', { index, count });
  countBroken();
};
