import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { STSClient } from '@aws-sdk/client-sts';
import type { Scope, Within } from '#usecases/ports/scopes.ts';
import type { OnStray } from '#usecases/ports/store.ts';
import { byScope } from './by-scope.ts';
import { createDynamoStore } from './dynamo-store.ts';
import { scopedCredentials, type ScopeRoles } from './scoped-credentials.ts';

/**
 * Stores that reach one scope each, as far as IAM goes. The first request of a scope asks STS, requests at the same
 * time wait for the same answer, and those after it ask nobody until five minutes before the credentials end: the SDK's
 * client keeps them that long. All share the connections of `client`.
 */
export const createScopedStores = (given: {
  readonly client: DynamoDBClient;
  readonly sts: STSClient;
  readonly roles: ScopeRoles;
  readonly tableName: string;
  readonly onStray: OnStray;
  /** How many scopes are kept at most. */
  readonly most?: number;
}): Within => {
  const { client, sts, roles, tableName, onStray, most } = given;
  const { requestHandler, region, endpoint } = client.config;
  const make = (scope: Scope) =>
    createDynamoStore({
      client: new DynamoDBClient({
        requestHandler,
        region,
        ...(endpoint === undefined ? {} : { endpoint }),
        credentials: scopedCredentials(sts, roles, scope),
      }),
      tableName,
      onStray,
    });
  return byScope(make, most);
};
