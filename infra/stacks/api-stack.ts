import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { routes } from '#contracts/routes.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import { ContractApi } from '../constructs/contract-api.ts';
import type { FunctionBundles } from '../constructs/function-bundles.ts';
import { OriginSecret } from '../constructs/origin-secret.ts';
import {
  canChangeAddresses,
  canFindPeople,
  canHelpPeopleSignIn,
  canReadExports,
  canSignPeopleIn,
  canUseOwnItems,
  canUseScopes,
  neverUndoesAudit,
  EXPORT_FINDINGS,
  registryNeverSeesPatients,
} from '../constructs/permissions.ts';
import type { DataStack } from './data-stack.ts';
import type { IdentityStack } from './identity-stack.ts';

export interface ApiStackProps extends StackProps {
  readonly bundles: FunctionBundles;
  readonly data: DataStack;
  readonly identity: IdentityStack;
}

/** What the sites talk to: one function an audience, behind one HTTP API. */
export class ApiStack extends Stack {
  readonly api: ContractApi;
  readonly originSecret: OriginSecret;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    this.originSecret = new OriginSecret(this, 'OriginSecret');
    this.api = new ContractApi(this, 'Api', {
      routes,
      pools: props.identity.pools,
      functions: {
        diary: this.diary(props).lambda,
        centre: this.centre(props).lambda,
        registry: this.registry(props).lambda,
        open: this.session(props).lambda,
      },
      operators: props.data.operators,
    });
    new CfnOutput(this, 'HttpApiUrl', { value: this.api.api.apiEndpoint });
  }

  private diary({ data, bundles }: ApiStackProps): ApiFunction {
    return new ApiFunction(
      this,
      'Diary',
      { bundles, operators: data.operators },
      {
        name: 'diary',
        does: 'Answers patients and carers.',
        errorImpact:
          'Patients and carers cannot record or see treatments; what they enter waits on their own devices.',
        may: canUseOwnItems(data.diaries, 'diary'),
        scopes: canUseScopes(data.diaries, 'diary'),
        environment: { ...this.ofEveryApi(data) },
      },
    );
  }

  private centre({ data, identity, bundles }: ApiStackProps): ApiFunction {
    const { diary: patients, centre: staff } = identity.pools;
    const scopes = canUseScopes(data.diaries, 'centre');
    const centre = new ApiFunction(
      this,
      'Centre',
      { bundles, operators: data.operators },
      {
        name: 'centre',
        does: 'Answers the staff of a centre.',
        errorImpact:
          'Centres cannot see diaries, enrol patients or work through their lists of lapsed recorders.',
        may: [...canUseOwnItems(data.diaries, 'centre'), ...canHelpPeopleSignIn([patients, staff])],
        scopes: {
          ...scopes,
          centre: [...(scopes.centre ?? []), neverUndoesAudit(data.diaries), ...canReadExports(data.exports)],
        },
        environment: {
          ...this.ofEveryApi(data),
          EXPORT_BUCKET: data.exports.bucket.bucketName,
          PATIENTS_POOL_ID: patients.pool.userPoolId,
          STAFF_POOL_ID: staff.pool.userPoolId,
        },
      },
    );
    acknowledge(centre, EXPORT_FINDINGS);
    return centre;
  }

  private registry({ data, identity, bundles }: ApiStackProps): ApiFunction {
    const { centre: staff, registry } = identity.pools;
    return new ApiFunction(
      this,
      'Registry',
      { bundles, operators: data.operators },
      {
        name: 'registry',
        does: 'Answers the staff of the registry.',
        errorImpact:
          'The registry cannot onboard centres or publish a privacy statement; no patient is affected.',
        may: [
          ...canUseOwnItems(data.diaries, 'registry'),
          ...registryNeverSeesPatients(data.diaries),
          ...canHelpPeopleSignIn([staff, registry]),
          ...canFindPeople([staff]),
        ],
        environment: {
          ...this.ofEveryApi(data),
          STAFF_POOL_ID: staff.pool.userPoolId,
          REGISTRY_POOL_ID: registry.pool.userPoolId,
        },
      },
    );
  }

  private session({ data, identity, bundles }: ApiStackProps): ApiFunction {
    const { diary: patients, centre: staff, registry } = identity.pools;
    return new ApiFunction(
      this,
      'Session',
      { bundles, operators: data.operators },
      {
        name: 'session',
        does: 'Signs people in and out, accepts invitations and resets passwords.',
        errorImpact: 'Nobody can sign in, accept an invitation or reset a password.',
        may: [
          ...canUseOwnItems(data.diaries, 'session'),
          ...canSignPeopleIn([patients, staff, registry]),
          ...canChangeAddresses(patients),
        ],
        scopes: canUseScopes(data.diaries, 'session'),
        environment: {
          ...this.ofEveryApi(data),
          PATIENTS_POOL_ID: patients.pool.userPoolId,
          PATIENTS_CLIENT_ID: patients.client.userPoolClientId,
          STAFF_POOL_ID: staff.pool.userPoolId,
          STAFF_CLIENT_ID: staff.client.userPoolClientId,
          REGISTRY_POOL_ID: registry.pool.userPoolId,
          REGISTRY_CLIENT_ID: registry.client.userPoolClientId,
        },
      },
    );
  }

  private ofEveryApi(data: DataStack): Record<string, string> {
    return { TABLE_NAME: data.diaries.table.tableName, ORIGIN_SECRET: this.originSecret.reference };
  }
}
