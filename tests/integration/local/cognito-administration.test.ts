import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminEnableUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AssociateSoftwareTokenCommand,
  CreateGroupCommand,
  CreateUserPoolCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ForgotPasswordCommand,
  GetUserPoolMfaConfigCommand,
  ListUsersCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
} from '../../support/cognito-sdk.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPERATION_ACCESS } from '../../../infra/local/cognito/operations.ts';
import {
  type LocalCognito,
  type TestPool,
  addUser,
  given,
  makePool,
  signIn,
  startLocalCognito,
} from '../../support/local-cognito.ts';
import { refusal } from '../../support/refusal.ts';

let local: LocalCognito;
let pool: TestPool;
let user: { UserPoolId: string; Username: string };
beforeEach(async () => {
  local = await startLocalCognito();
  pool = await makePool(local);
  user = { UserPoolId: pool.poolId, Username: 'ann' };
});
afterEach(async () => {
  await local.stop();
});

const create = (Username: string, attributes: Record<string, string> = {}, to = pool) =>
  local.sdk().send(
    new AdminCreateUserCommand({
      UserPoolId: to.poolId,
      Username,
      MessageAction: 'SUPPRESS',
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    }),
  );
const update = (attributes: Record<string, string>) =>
  local.sdk().send(
    new AdminUpdateUserAttributesCommand({
      ...user,
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    }),
  );
const attributes = async (): Promise<Record<string, string>> => {
  const { UserAttributes } = await local.sdk().send(new AdminGetUserCommand(user));
  return Object.fromEntries(
    (UserAttributes ?? []).map(({ Name = '', Value = '' }) => [Name, Value] as const),
  );
};

describe('a new user', () => {
  it('must change the password first, and is found by name and by sub', async () => {
    const made = await create('Ann', { email: 'ann@example.org', 'custom:account': 'acc-1' });
    expect(made.User).toMatchObject({ Username: 'ann', UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true });
    expect(made.User?.UserCreateDate).toEqual(new Date('2026-11-22T09:00:00Z'));
    const sub = given(made.User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value);
    for (const Username of ['ann', 'ANN', sub]) {
      const found = await local.sdk().send(new AdminGetUserCommand({ ...user, Username }));
      expect(found.Username).toBe('ann');
    }
  });

  it('cannot take a name that is taken, in any case', async () => {
    await create('ann');
    expect(await refusal(create('Ann'))).toEqual({
      name: 'UsernameExistsException',
      message: 'User account already exists',
    });
  });

  it('holds only attributes of the schema, and all the required ones', async () => {
    expect(await refusal(create('ann', { 'custom:nhs': '1' }))).toEqual({
      name: 'InvalidParameterException',
      message:
        'Attributes did not conform to the schema: custom:nhs: Attribute does not exist in the schema.\n',
    });
    const strict = await makePool(local, {
      pool: { Schema: [{ Name: 'email', Required: true, AttributeDataType: 'String' }] },
    });
    expect(await refusal(create('ann', {}, strict))).toEqual({
      name: 'InvalidParameterException',
      message: 'Attributes did not conform to the schema: email: The attribute is required\n',
    });
  });

  it('has a name without spaces', async () => {
    expect((await refusal(create('ann lee'))).name).toBe('InvalidParameterException');
  });

  it('may be called what every object has', async () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
      expect(await refusal(signIn(local, pool, name))).toMatchObject({
        message: 'Incorrect username or password.',
      });
      await addUser(local, pool, name);
      expect((await signIn(local, pool, name)).AuthenticationResult).toBeDefined();
    }
  });

  it('is not invited by this server', async () => {
    const invite = new AdminCreateUserCommand(user);
    expect((await refusal(local.sdk().send(invite))).name).toBe('InvalidParameterException');
  });
});

describe('a user', () => {
  beforeEach(async () => {
    await addUser(local, pool, 'ann');
  });

  it('who is not there is told so to an administrator', async () => {
    const missing = { ...user, Username: 'bob' };
    for (const call of [
      local.sdk().send(new AdminGetUserCommand(missing)),
      local.sdk().send(new AdminDeleteUserCommand(missing)),
      local.sdk().send(new AdminDisableUserCommand(missing)),
    ]) {
      expect(await refusal(call)).toEqual({ name: 'UserNotFoundException', message: 'User does not exist.' });
    }
  });

  it('with a new address has to verify it again, unless the update says it is verified', async () => {
    await update({ email: 'ann@example.net' });
    expect(await attributes()).toMatchObject({ email: 'ann@example.net', email_verified: 'false' });
    await update({ email: 'ann@example.com', email_verified: 'true' });
    expect(await attributes()).toMatchObject({ email: 'ann@example.com', email_verified: 'true' });
    await update({ email: 'ann@example.com' });
    expect(await attributes()).toMatchObject({ email_verified: 'true' });
  });

  it('loses an attribute by an empty value', async () => {
    await update({ 'custom:account': 'acc-1' });
    await update({ 'custom:account': '' });
    expect(await attributes()).not.toHaveProperty('custom:account');
  });

  it('keeps an attribute the schema says never changes', async () => {
    const fixed = await makePool(local, {
      pool: { Schema: [{ Name: 'account', AttributeDataType: 'String', Mutable: false }] },
    });
    await create('ann', { 'custom:account': 'acc-1' }, fixed);
    user = { UserPoolId: fixed.poolId, Username: 'ann' };
    expect(await refusal(update({ 'custom:account': 'acc-2' }))).toEqual({
      name: 'InvalidParameterException',
      message: 'Attributes did not conform to the schema: custom:account: Attribute cannot be updated.\n',
    });
  });

  it('can be disabled and enabled again', async () => {
    await local.sdk().send(new AdminDisableUserCommand(user));
    expect((await local.sdk().send(new AdminGetUserCommand(user))).Enabled).toBe(false);
    await local.sdk().send(new AdminEnableUserCommand(user));
    expect((await signIn(local, pool, 'ann')).AuthenticationResult).toBeDefined();
  });

  it('once deleted is a stranger with a free name', async () => {
    await local.sdk().send(new AdminDeleteUserCommand(user));
    expect((await refusal(signIn(local, pool, 'ann'))).message).toBe('Incorrect username or password.');
    await create('ann');
    expect((await local.sdk().send(new AdminGetUserCommand(user))).UserStatus).toBe('FORCE_CHANGE_PASSWORD');
  });

  it('once deleted leaves no session that the next of the name could go on with', async () => {
    const required = await makePool(local, { mfa: 'ON' });
    await addUser(local, required, 'ann');
    const { Session } = await signIn(local, required, 'ann');
    await local.sdk().send(new AdminDeleteUserCommand({ UserPoolId: required.poolId, Username: 'ann' }));
    await addUser(local, required, 'ann');
    expect((await refusal(local.sdk().send(new AssociateSoftwareTokenCommand({ Session })))).name).toBe(
      'NotAuthorizedException',
    );
  });

  it('is in a group once however often added, and groups have one name each', async () => {
    const { poolId: UserPoolId } = pool;
    await local.sdk().send(new CreateGroupCommand({ UserPoolId, GroupName: 'nurse', Description: 'Nurses' }));
    expect(
      await refusal(local.sdk().send(new CreateGroupCommand({ UserPoolId, GroupName: 'nurse' }))),
    ).toMatchObject({ name: 'GroupExistsException' });
    for (let n = 0; n < 2; n += 1) {
      await local.sdk().send(new AdminAddUserToGroupCommand({ ...user, GroupName: 'nurse' }));
    }
    const { Groups } = await local.sdk().send(new AdminListGroupsForUserCommand(user));
    expect(Groups?.map(({ GroupName, Description }) => [GroupName, Description])).toEqual([
      ['nurse', 'Nurses'],
    ]);
    expect(
      await refusal(local.sdk().send(new AdminAddUserToGroupCommand({ ...user, GroupName: 'doctor' }))),
    ).toEqual({ name: 'ResourceNotFoundException', message: 'Group not found.' });
  });
});

describe('the password policy', () => {
  const set = (Password: string) =>
    local.sdk().send(new AdminSetUserPasswordCommand({ ...user, Password, Permanent: true }));
  const broken = (reason: string) => ({
    name: 'InvalidPasswordException',
    message: `Password does not conform to policy: ${reason}`,
  });

  it('of a pool that names none asks for eight characters of four kinds', async () => {
    await create('ann');
    expect(await refusal(set('Sh0rt-1'))).toEqual(broken('Password not long enough'));
    expect(await refusal(set('all-lower-1'))).toEqual(broken('Password must have uppercase characters'));
    expect(await refusal(set('ALL-UPPER-1'))).toEqual(broken('Password must have lowercase characters'));
    expect(await refusal(set('No-Numbers'))).toEqual(broken('Password must have numeric characters'));
    expect(await refusal(set('NoSymbols1'))).toEqual(broken('Password must have symbol characters'));
    expect(await refusal(set('With-All-4'))).toMatchObject({ name: 'none' });
  });

  it('of a pool that names one asks for that and no more', async () => {
    pool = await makePool(local, { pool: { Policies: { PasswordPolicy: { MinimumLength: 12 } } } });
    user = { UserPoolId: pool.poolId, Username: 'ann' };
    await create('ann');
    expect(await refusal(set('elevenchars'))).toEqual(broken('Password not long enough'));
    expect(await refusal(set('twelve chars'))).toMatchObject({ name: 'none' });
  });
});

describe('a search for users', () => {
  const list = (Filter?: string, more: { Limit?: number; PaginationToken?: string | undefined } = {}) =>
    local.sdk().send(new ListUsersCommand({ UserPoolId: pool.poolId, Filter, ...more }));
  const names = async (Filter: string) => (await list(Filter)).Users?.map(({ Username }) => Username);

  it('finds by name, start of a name, address and sub', async () => {
    for (const name of ['ann', 'anton', 'bob']) await addUser(local, pool, name);
    expect(await names('username = "ann"')).toEqual(['ann']);
    expect(await names('username ^= "an"')).toEqual(['ann', 'anton']);
    expect(await names('email = "bob@example.org"')).toEqual(['bob']);
    user = { ...user, Username: 'bob' };
    const { sub } = await attributes();
    expect(await names(`sub = "${sub ?? ''}"`)).toEqual(['bob']);
  });

  it('refuses a filter by a custom attribute, which Cognito cannot search', async () => {
    expect((await refusal(names('custom:account = "acc-1"'))).name).toBe('InvalidParameterException');
  });

  it('goes page by page', async () => {
    for (const name of ['ann', 'bob', 'cat']) await addUser(local, pool, name);
    const first = await list(undefined, { Limit: 2 });
    expect(first.Users).toHaveLength(2);
    const second = await list(undefined, { Limit: 2, PaginationToken: first.PaginationToken });
    expect(second.Users?.map(({ Username }) => Username)).toEqual(['cat']);
    expect(second.PaginationToken).toBeUndefined();
  });
});

describe('a pool and its client', () => {
  it('are described with what was set, the secret included', async () => {
    const { poolId: UserPoolId, clientId: ClientId, clientSecret } = pool;
    const described = await local.sdk().send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    expect(described.UserPoolClient).toMatchObject({
      ClientSecret: clientSecret,
      ClientName: 'session',
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
    });
    const { UserPool } = await local.sdk().send(new DescribeUserPoolCommand({ UserPoolId }));
    expect(UserPool).toMatchObject({
      Id: UserPoolId,
      Name: 'patients',
      Arn: `arn:aws:cognito-idp:eu-west-2:000000000000:userpool/${UserPoolId}`,
      MfaConfiguration: 'OFF',
    });
  });

  it('of a public client has no secret, and asks for no hash', async () => {
    const open = await makePool(local, { client: { GenerateSecret: false } });
    await addUser(local, open, 'ann');
    expect(open.clientSecret).toBe('');
    expect((await signIn(local, open, 'ann')).AuthenticationResult).toBeDefined();
  });

  it('can be changed, and the schema and the case of names stay', async () => {
    const { poolId: UserPoolId, clientId: ClientId } = pool;
    await local
      .sdk()
      .send(new UpdateUserPoolCommand({ UserPoolId, Policies: { PasswordPolicy: { MinimumLength: 14 } } }));
    await create('ANN', { 'custom:account': 'acc-1' });
    const Password = 'Only-13-chars';
    expect(
      (await refusal(local.sdk().send(new AdminSetUserPasswordCommand({ ...user, Password })))).name,
    ).toBe('InvalidPasswordException');
    await local.sdk().send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId, ExplicitAuthFlows: [] }));
    expect((await refusal(signIn(local, pool, 'ann'))).message).toBe('Auth flow not enabled for this client');
  });

  it('cannot require a second factor without offering one', async () => {
    const { poolId: UserPoolId } = pool;
    const set = new SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: 'ON' });
    expect((await refusal(local.sdk().send(set))).name).toBe('InvalidParameterException');
    expect(await local.sdk().send(new GetUserPoolMfaConfigCommand({ UserPoolId }))).toMatchObject({
      MfaConfiguration: 'OFF',
    });
  });

  it('cannot use sign-in by aliases, which this server does not know', async () => {
    const aliases = new CreateUserPoolCommand({ PoolName: 'aliases', AliasAttributes: ['email'] });
    expect((await refusal(local.sdk().send(aliases))).name).toBe('InvalidParameterException');
  });

  it('survive a restart with their users', async () => {
    await addUser(local, pool, 'ann');
    await local.restart();
    expect((await signIn(local, pool, 'ann')).AuthenticationResult).toBeDefined();
  });
});

describe('every call', () => {
  it('tells who makes it on what, and can be refused before it runs', async () => {
    local.outside.calls.length = 0;
    await create('ann');
    expect(local.outside.calls).toEqual([
      {
        action: 'cognito-idp:AdminCreateUser',
        access: 'iam',
        accessKeyId: 'AKIALOCALSESSION',
        resource: `arn:aws:cognito-idp:eu-west-2:000000000000:userpool/${pool.poolId}`,
      },
    ]);
    local.outside.deny = 'User: session is not authorized to perform: cognito-idp:AdminDeleteUser';
    expect(await refusal(local.sdk().send(new AdminDeleteUserCommand(user)))).toEqual({
      name: 'AccessDeniedException',
      message: local.outside.deny,
    });
    local.outside.deny = undefined;
    expect((await local.sdk().send(new AdminGetUserCommand(user))).Username).toBe('ann');
  });

  it('that IAM does not decide comes unsigned, with the pool of its client', async () => {
    local.outside.calls.length = 0;
    const SecretHash = pool.hash('ann');
    await local
      .sdk()
      .send(new ForgotPasswordCommand({ ClientId: pool.clientId, Username: 'ann', SecretHash }));
    expect(local.outside.calls).toEqual([
      {
        action: 'cognito-idp:ForgotPassword',
        access: 'public',
        accessKeyId: undefined,
        resource: `arn:aws:cognito-idp:eu-west-2:000000000000:userpool/${pool.poolId}`,
      },
    ]);
  });

  it('is listed once as decided by IAM or not', () => {
    const open = [...OPERATION_ACCESS].filter(([, access]) => access === 'public').map(([name]) => name);
    expect(open).toEqual([
      'AssociateSoftwareToken',
      'ConfirmForgotPassword',
      'ForgotPassword',
      'GetTokensFromRefreshToken',
      'RevokeToken',
      'VerifySoftwareToken',
    ]);
  });

  const post = (target: string, body: string, headers: Record<string, string> = {}) =>
    fetch(local.server().url, {
      method: 'POST',
      headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${target}`, ...headers },
      body,
    });

  it('must be signed where IAM decides', async () => {
    const answer = await post('AdminGetUser', JSON.stringify(user));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      __type: 'MissingAuthenticationTokenException',
      message: 'Missing Authentication Token',
    });
  });

  it('that is unknown, not JSON, or short of a member is refused', async () => {
    const type = async (answer: Promise<Response>) => (await answer).headers.get('x-amzn-errortype');
    expect(await type(post('SignUp', '{}'))).toBe('UnknownOperationException');
    expect(await type(post('ForgotPassword', '{'))).toBe('SerializationException');
    const missing = await post('ForgotPassword', '{"Username":"ann"}');
    expect(await missing.json()).toEqual({
      __type: 'InvalidParameterException',
      message:
        "1 validation error detected: Value null at 'clientId' failed to satisfy constraint: Member must not be null",
    });
  });

  it('for a pool that is not there says so', async () => {
    const missing = new DescribeUserPoolCommand({ UserPoolId: 'eu-west-2_missing00' });
    expect(await refusal(local.sdk().send(missing))).toEqual({
      name: 'ResourceNotFoundException',
      message: 'User pool eu-west-2_missing00 does not exist.',
    });
    expect((await fetch(`${local.server().url}/eu-west-2_missing00/.well-known/jwks.json`)).status).toBe(404);
  });

  it('that meets a fault of this server is told apart from a refusal, and logged', async () => {
    const broken = await makePool(local, { pool: { LambdaConfig: { PreTokenGeneration: 'arn' } } });
    await addUser(local, broken, 'ann');
    // A clock that breaks half way stands for any fault.
    const { now } = local.outside;
    local.outside.trigger = (_arn, event) => {
      Object.defineProperty(local.outside, 'now', {
        configurable: true,
        get: () => {
          throw new RangeError('the clock broke');
        },
      });
      return Promise.resolve(event);
    };
    expect((await refusal(signIn(local, broken, 'ann'))).name).toBe('InternalErrorException');
    Object.defineProperty(local.outside, 'now', { configurable: true, writable: true, value: now });
    expect(local.outside.faults.join()).toContain('the clock broke');
  });
});
