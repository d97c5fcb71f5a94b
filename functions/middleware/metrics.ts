import { MetricUnit, Metrics } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({ namespace: 'Haemdiary' });

/**
 * Counts an answer that is our fault. A caught fault is no error to Lambda, so the alarm of a function that answers
 * HTTP watches this: namespace `Haemdiary`, metric `BrokenAnswers`, dimension `service` = the function's name.
 */
export const countBroken = (): void => {
  metrics.addMetric('BrokenAnswers', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
};
