import { Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ExactFunction, type FunctionSurroundings } from './exact-function.ts';
import type { FunctionName } from './function-bundles.ts';
import type { ScopeGrants } from './scope-role.ts';

export interface ApiFunctionProps {
  readonly name: FunctionName;
  readonly does: string;
  readonly errorImpact: string;
  readonly may: readonly PolicyStatement[];
  readonly scopes?: ScopeGrants;
  readonly environment: Readonly<Record<string, string>>;
}

/** A function that answers the routes of one audience. */
export class ApiFunction extends Construct {
  readonly lambda: IFunction;

  constructor(scope: Construct, id: string, around: FunctionSurroundings, props: ApiFunctionProps) {
    super(scope, id);
    this.lambda = new ExactFunction(this, 'Runs', around, {
      ...props,
      // A whole vCPU comes with 1,769 MB; beyond that the cold start of these bundles gets no shorter.
      memoryMegabytes: 1769,
      // An HTTP API gives up after 30 s: one second less, so that it is our log that knows.
      timeout: Duration.seconds(29),
    }).lambda;
  }
}
