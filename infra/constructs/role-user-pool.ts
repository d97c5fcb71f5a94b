import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolEmail,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { MailSender } from './mail-sender.ts';

export interface RoleUserPoolProps {
  /** TOTP for everyone, or for those who switch it on. */
  readonly secondFactor: 'required' | 'optional';
  /** How long someone stays signed in on a device. */
  readonly staysSignedIn: Duration;
  readonly sender: MailSender;
  readonly preToken: IFunction;
  readonly customMessage: IFunction;
}

/** A phone that loses the answer to a refresh may ask once more; our own session item decides about reuse. */
const ROTATION_GRACE = Duration.seconds(30);

const newPool = (scope: Construct, props: RoleUserPoolProps): UserPool =>
  new UserPool(scope, 'Pool', {
    featurePlan: FeaturePlan.ESSENTIALS,
    selfSignUpEnabled: false,
    // A username of one's own: an address as alias could be claimed by another, and a child may have none.
    signInAliases: { username: true },
    signInCaseSensitive: false,
    standardAttributes: { email: { required: false, mutable: true } },
    // Our own account id: the diary is keyed by it, never by Cognito's `sub`. Set once, at creation.
    customAttributes: { account: new StringAttribute({ minLen: 1, maxLen: 64, mutable: false }) },
    passwordPolicy: {
      // Length without composition rules, as the NCSC and NIST SP 800-63B advise; ours asks for 12 or more.
      minLength: 12,
      requireLowercase: false,
      requireUppercase: false,
      requireDigits: false,
      requireSymbols: false,
    },
    mfa: props.secondFactor === 'required' ? Mfa.REQUIRED : Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    email: UserPoolEmail.withSES({
      fromEmail: props.sender.from,
      // Shown before anybody opens the mail: it must not give a disorder away (mails of ours say the same).
      fromName: 'Home diary',
      sesVerifiedDomain: props.sender.domain,
      configurationSetName: props.sender.configurationSet.configurationSetName,
    }),
    lambdaTriggers: { preTokenGeneration: props.preToken, customMessage: props.customMessage },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });

const newClient = (pool: UserPool, staysSignedIn: Duration): UserPoolClient =>
  pool.addClient('Client', {
    generateSecret: true,
    // With rotation on, Cognito refuses REFRESH_TOKEN_AUTH: refreshing is GetTokensFromRefreshToken.
    authFlows: { adminUserPassword: true },
    disableOAuth: true,
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    // Time to install an authenticator app in the middle of the first sign-in.
    authSessionValidity: Duration.minutes(15),
    idTokenValidity: Duration.minutes(15),
    accessTokenValidity: Duration.minutes(15),
    refreshTokenValidity: staysSignedIn,
    refreshTokenRotationGracePeriod: ROTATION_GRACE,
    readAttributes: new ClientAttributes()
      .withStandardAttributes({ email: true, emailVerified: true })
      .withCustomAttributes('account'),
    // An access token can change none of what decides about access. Cognito wants one name at least.
    writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
  });

/** The user pool of one role (patients and carers, staff, registry) with its one app client. */
export class RoleUserPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, props: RoleUserPoolProps) {
    super(scope, id);
    this.pool = newPool(this, props);
    this.client = newClient(this.pool, props.staysSignedIn);
    this.client.applyRemovalPolicy(RemovalPolicy.RETAIN);
    acknowledge(this.pool, {
      'AwsSolutions-COG1':
        'Length protects where composition rules only annoy: NIST SP 800-63B tells verifiers not to require mixtures of characters, and ours asks for 12 or more.',
      'AwsSolutions-COG3':
        'Threat protection needs the Plus plan and sees only the address of our own function, since browsers never talk to Cognito; throttling, lock-out and audit of sign-ins are in the session function.',
      'AwsSolutions-COG8':
        'The Plus plan buys threat protection, which would look at our own function instead of at the person signing in; all else these pools use is in the Essentials plan.',
      ...(props.secondFactor === 'optional' && {
        'AwsSolutions-COG2':
          'A second factor is a choice for patients and carers, some of whom share one phone or have none: demanding it would lock out the people the diary is for.',
      }),
    });
  }
}
