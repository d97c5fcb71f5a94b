import { Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ExactFunction, type FunctionSurroundings } from './exact-function.ts';
import type { FunctionName } from './function-bundles.ts';

export interface PoolTriggerProps {
  readonly name: FunctionName;
  readonly does: string;
  readonly errorImpact: string;
  readonly may: readonly PolicyStatement[];
  readonly environment: Readonly<Record<string, string>>;
}

/** A function that a user pool calls in the middle of a sign-in or a reset. */
export class PoolTrigger extends Construct {
  readonly lambda: IFunction;

  constructor(scope: Construct, id: string, around: FunctionSurroundings, props: PoolTriggerProps) {
    super(scope, id);
    this.lambda = new ExactFunction(this, 'Runs', around, {
      ...props,
      // A cold start happens while someone waits to be signed in, and Cognito gives up after 5 s.
      memoryMegabytes: 1024,
      timeout: Duration.seconds(5),
    }).lambda;
  }
}
