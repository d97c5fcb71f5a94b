import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Audience } from '#contracts/route.ts';
import type { FunctionBundles } from '../constructs/function-bundles.ts';
import { canUseOwnItems } from '../constructs/permissions.ts';
import { PoolTrigger } from '../constructs/pool-trigger.ts';
import { RoleUserPool } from '../constructs/role-user-pool.ts';
import type { DataStack } from './data-stack.ts';

export interface IdentityStackProps extends StackProps {
  readonly bundles: FunctionBundles;
  readonly data: DataStack;
}

/** Who people are: one user pool a role, and what the pools ask of us when they sign someone in. */
export class IdentityStack extends Stack {
  readonly pools: Readonly<Record<Audience, RoleUserPool>>;

  constructor(scope: Construct, id: string, props: IdentityStackProps) {
    super(scope, id, props);
    const { bundles, data } = props;
    const around = { bundles, operators: data.operators };
    const preToken = new PoolTrigger(this, 'PreToken', around, {
      name: 'pre-token',
      does: 'Puts the account, its diaries or its centre and job into the ID token, and takes out e-mail and name.',
      errorImpact: 'Nobody can sign in: patients cannot record treatments and centres cannot see them.',
      may: canUseOwnItems(data.diaries, 'pre-token'),
      environment: { TABLE_NAME: data.diaries.table.tableName },
    });
    const customMessage = new PoolTrigger(this, 'CustomMessage', around, {
      name: 'custom-message',
      does: 'Words the mail with the code for a forgotten password.',
      errorImpact: 'People who forgot their password get no code and cannot get back in by themselves.',
      may: [],
      environment: {},
    });
    const shared = { sender: data.sender, preToken: preToken.lambda, customMessage: customMessage.lambda };
    this.pools = {
      diary: new RoleUserPool(this, 'Patients', {
        ...shared,
        secondFactor: 'optional',
        staysSignedIn: Duration.days(30),
      }),
      centre: new RoleUserPool(this, 'Staff', {
        ...shared,
        secondFactor: 'required',
        staysSignedIn: Duration.hours(12),
      }),
      registry: new RoleUserPool(this, 'Registry', {
        ...shared,
        secondFactor: 'required',
        staysSignedIn: Duration.hours(12),
      }),
    };
    new CfnOutput(this, 'PatientsPoolId', { value: this.pools.diary.pool.userPoolId });
    new CfnOutput(this, 'StaffPoolId', { value: this.pools.centre.pool.userPoolId });
    new CfnOutput(this, 'RegistryPoolId', { value: this.pools.registry.pool.userPoolId });
  }
}
