import { describeError } from './describe-error.ts';
import { log } from './log.ts';

/**
 * Wraps a function that nobody's request started. What it throws is printed by Lambda, is kept with failed events and,
 * from a trigger, is told to whoever asked the user pool: the message of a fault may hold what a person typed, so only
 * its kind goes on.
 */
export const withoutDetails =
  <Given extends readonly unknown[], Answer>(handler: (...given: Given) => Promise<Answer>) =>
  async (...given: Given): Promise<Answer> => {
    try {
      return await handler(...given);
    } catch (thrown) {
      const described = describeError(thrown);
      log.error('function broke', described);
      throw new Error(described.error);
    }
  };
