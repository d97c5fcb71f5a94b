import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type IRole, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ScopeName } from '#table/scopes.ts';
import type { FunctionBundles, FunctionName } from './function-bundles.ts';
import { ALARM_PERIOD, ImpactAlarm } from './impact-alarm.ts';
import type { Operators } from './operators.ts';
import { canWorkIn, ScopeRole, scopeVariable, type ScopeGrants } from './scope-role.ts';

/** What all functions of a stack share. */
export interface FunctionSurroundings {
  readonly bundles: FunctionBundles;
  readonly operators: Operators;
}

export interface ExactFunctionProps {
  readonly name: FunctionName;
  /** One sentence for the console. */
  readonly does: string;
  /** Who is hurt, and how, while it fails: becomes the alarm's text. */
  readonly errorImpact: string;
  /** Everything it may do; nothing is added later. */
  readonly may: readonly PolicyStatement[];
  /** The scopes it works in, and everything it may do in each. */
  readonly scopes?: ScopeGrants;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMegabytes: number;
  readonly timeout: Duration;
}

/** What was thrown, and what the function caught, answered and counted itself (functions/middleware/metrics.ts). */
const failuresOf = (lambda: LambdaFunction, name: FunctionName): IMetric =>
  new MathExpression({
    label: 'Failures',
    expression: 'FILL(thrown, 0) + FILL(caught, 0)',
    usingMetrics: {
      thrown: lambda.metricErrors({ period: ALARM_PERIOD, statistic: Stats.SUM }),
      caught: new Metric({
        namespace: 'Haemdiary',
        metricName: 'BrokenAnswers',
        dimensionsMap: { service: name },
        period: ALARM_PERIOD,
        statistic: Stats.SUM,
      }),
    },
    period: ALARM_PERIOD,
  });

const roleOf = (scope: Construct, logGroup: LogGroup, may: readonly PolicyStatement[]): IRole => {
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      exactly: new PolicyDocument({
        minimize: false,
        statements: [
          new PolicyStatement({
            sid: 'WriteOwnLog',
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            // A log group's own ARN ends in `:*`, which stands for its streams.
            resources: [logGroup.logGroupArn],
          }),
          ...may,
        ],
      }),
    },
  });
  // Frozen: no `grant…` elsewhere can widen what this function may do behind its list.
  return role.withoutPolicyUpdates();
};

/** A function with its own log group, its own role that allows exactly what is listed, and an alarm that says who is hurt. */
export class ExactFunction extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, around: FunctionSurroundings, props: ExactFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      // Long enough to look into a complaint; the record of who did what is the audit trail, not the log.
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const { name, scopes = {} } = props;
    const role = roleOf(this, logGroup, [...props.may, ...canWorkIn(this, name, scopes)]);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: props.does,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(around.bundles[props.name]),
      handler: 'index.handler',
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      memorySize: props.memoryMegabytes,
      timeout: props.timeout,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: props.name,
        ...props.environment,
        ...this.scopeRoles(name, role, scopes),
      },
    });
    new ImpactAlarm(this, 'Failures', {
      name: `${props.name}-failing`,
      errorImpact: props.errorImpact,
      metric: failuresOf(this.lambda, props.name),
      threshold: 1,
      operators: around.operators,
    });
  }

  /** One role a scope, and the variables that name them. */
  private scopeRoles(name: FunctionName, by: IRole, grants: ScopeGrants): Record<string, string> {
    const made = Object.entries(grants).map(([scope, may]): [string, string] => {
      const of = scope as ScopeName;
      const id = `${scope.slice(0, 1).toUpperCase()}${scope.slice(1)}Scope`;
      return [scopeVariable(of), new ScopeRole(this, id, { name, scope: of, by, may }).arn];
    });
    return Object.fromEntries(made);
  }
}
