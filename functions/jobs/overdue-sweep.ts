import type { Context as LambdaContext } from 'aws-lambda';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { instant } from '#contracts/text.ts';
import { ringUnsent } from '#usecases/outbox/ring-unsent.ts';
import { sweep, type SweepReport } from '#usecases/recording/sweep.ts';
import { centreByCentre } from '../container.ts';
import { describeError } from '../middleware/describe-error.ts';
import { log } from '../middleware/log.ts';
import { countBroken } from '../middleware/metrics.ts';
import { withoutDetails } from '../middleware/without-details.ts';

/** What the schedule's Input delivers. */
const delivered = z.object({ time: instant });

/** Time left for what is under way when the run stops taking on more, in ms. */
const LAST_MS = 15_000;

const context = centreByCentre();

/** The hourly look at everyone whose recording clock may have run out, and the bell for mails that are still unsent. */
const sweepNow = async (
  event: unknown,
  lambda: Pick<LambdaContext, 'getRemainingTimeInMillis'>,
): Promise<SweepReport & { readonly rung: number }> => {
  const now = Temporal.Instant.from(delivered.parse(event).time);
  const report = await sweep(
    context,
    now,
    () => lambda.getRemainingTimeInMillis() < LAST_MS,
    (error) => {
      log.error('sweep could not decide', describeError(error));
      countBroken();
    },
  );
  const rung = await ringUnsent(context);
  log.info('sweep done', { ...report, finished: report.finished ? 'true' : 'false', rung });
  return { ...report, rung };
};

export const handler = withoutDetails(sweepNow);
