import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, test } from 'vitest';
import { acknowledge } from '../../infra/constructs/acknowledge.ts';
import { newApp, withChecks } from './support/synthesise.ts';

describe('AWS’s own advice (cdk-nag)', () => {
  test('is followed, or each exception has its reason', () => {
    const app = withChecks(newApp());
    expect(() => app.synth()).not.toThrow();
  });

  test('is followed with a domain, too', () => {
    const app = withChecks(newApp({ domain: { name: 'haemdiary.example', hostedZoneId: undefined } }));
    expect(() => app.synth()).not.toThrow();
  });

  test('stops a synthesis that does not follow it', () => {
    const app = withChecks(new App());
    new Bucket(new Stack(app, 'Careless'), 'Open');
    expect(() => app.synth()).toThrow(/AwsSolutions-S1/);
  });
});

describe('an exception', () => {
  const bucket = () => new Bucket(new Stack(new App(), 'Stack'), 'Bucket');

  test.each(['not needed', 'It is fine.', 'no capital letter at the start of this sentence, sorry.'])(
    'is refused with the reason “%s”',
    (reason) => {
      expect(() => {
        acknowledge(bucket(), { 'AwsSolutions-S1': reason });
      }).toThrow('The reason for AwsSolutions-S1 is not a full sentence.');
    },
  );

  test('is taken with a sentence that explains it', () => {
    const found = bucket();
    const reason = 'Nobody reads this bucket but the test, which needs no log of its own.';
    acknowledge(found, { 'AwsSolutions-S1': reason });
    expect(Validations.of(found)).toBeDefined();
  });
});
