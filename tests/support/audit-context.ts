import { Temporal } from 'temporal-polyfill';
import type { Context } from '#usecases/ports/context.ts';

/** What an audit item is made with, on a clock that goes on by a second each time it is looked at. */
export const auditContext = (start: string): Pick<Context, 'now' | 'newId'> => {
  let now = Temporal.Instant.from(start);
  let made = 0;
  return {
    now: () => {
      now = now.add({ seconds: 1 });
      return now;
    },
    newId: () => {
      made += 1;
      return `id-${String(made).padStart(6, '0')}`;
    },
  };
};
