import { Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Audience, Route } from '#contracts/route.ts';
import { acknowledge } from './acknowledge.ts';
import { ALARM_PERIOD, ImpactAlarm } from './impact-alarm.ts';
import type { Operators } from './operators.ts';
import type { RoleUserPool } from './role-user-pool.ts';

type RouteAudience = Route['audience'];

export interface ContractApiProps {
  readonly routes: readonly Pick<Route, 'name' | 'method' | 'path' | 'audience'>[];
  readonly functions: Readonly<Record<RouteAudience, IFunction>>;
  readonly pools: Readonly<Record<Audience, RoleUserPool>>;
  readonly operators: Operators;
}

/** All that is kept of a request outside the audit trail: neither its path nor its address, which tell of a person. */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    routeKey: '$context.routeKey',
    status: '$context.status',
    latencyMilliseconds: '$context.responseLatency',
  }),
);

/** Ten times the busiest minute of 10,000 patients; a runaway client is stopped before it costs. */
const THROTTLE = { rateLimit: 200, burstLimit: 400 };

const OPEN_ROUTE =
  'The contract declares this route open: it is how people who have no token yet read the statement, sign in or accept an invitation, and it is throttled and answers alike for known and unknown people.';

const authorisers = (pools: ContractApiProps['pools']): Record<RouteAudience, IHttpRouteAuthorizer> => {
  const of = (audience: Audience) =>
    new HttpUserPoolAuthorizer(`${audience}-authoriser`, pools[audience].pool, {
      authorizerName: audience,
      userPoolClients: [pools[audience].client],
    });
  return {
    open: new HttpNoneAuthorizer(),
    diary: of('diary'),
    centre: of('centre'),
    registry: of('registry'),
  };
};

const integrations = (
  functions: ContractApiProps['functions'],
): Record<RouteAudience, HttpLambdaIntegration> => {
  const of = (audience: RouteAudience) =>
    // One permission for the whole API: one for each route passes the 20 KB a function's resource policy may have.
    new HttpLambdaIntegration(`${audience}-function`, functions[audience], { scopePermissionToRoute: false });
  return { open: of('open'), diary: of('diary'), centre: of('centre'), registry: of('registry') };
};

/** The HTTP API: every route of the contract, checked by the authoriser of its audience's pool before any code runs. */
export class ContractApi extends Construct {
  readonly api: HttpApi;
  /** Host name, without scheme, for CloudFront. */
  readonly host: string;

  constructor(scope: Construct, id: string, props: ContractApiProps) {
    super(scope, id);
    // No CORS: each site reaches the API through its own origin.
    this.api = new HttpApi(this, 'Api', { apiName: 'Haemdiary', createDefaultStage: false });
    this.host = `${this.api.apiId}.execute-api.${Stack.of(this).region}.${Stack.of(this).urlSuffix}`;
    this.addStage(props.operators);
    const authoriserOf = authorisers(props.pools);
    const integrationOf = integrations(props.functions);
    for (const { name, method, path, audience } of props.routes) {
      const route = new HttpRoute(this, name, {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, HttpMethod[method]),
        integration: integrationOf[audience],
        authorizer: authoriserOf[audience],
      });
      if (audience === 'open') acknowledge(route, { 'AwsSolutions-APIG4': OPEN_ROUTE });
    }
  }

  private addStage(operators: Operators): void {
    const log = new LogGroup(this, 'AccessLog', { retention: RetentionDays.THREE_MONTHS });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: ACCESS_LOG },
    });
    new ImpactAlarm(this, 'Failures', {
      name: 'api-failing',
      errorImpact:
        'Requests of all sites end in an error of the API itself: people may be unable to do anything.',
      metric: stage.metricServerError({ period: ALARM_PERIOD, statistic: Stats.SUM }),
      threshold: 5,
      operators,
    });
  }
}
