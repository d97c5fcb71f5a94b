import type { Failure } from '../../shared/api/failure.ts';
import { offlineWords as words } from '../../shared/words/en/offline.ts';

/**
 * What is said of a copy, and the failure that is told beside it with a way to try again: where it is not for want of a
 * connection that there is nothing newer.
 */
export const copySentence = (
  when: string,
  failure: Failure | undefined,
): { readonly text: string; readonly told?: Failure } =>
  failure === undefined || failure.code === 'offline'
    ? { text: words.asOf(when) }
    : { text: words.copyOf(when), told: failure };
