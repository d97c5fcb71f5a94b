import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** What CloudFront shows the API, so that nobody goes round the web ACL by calling the API's own address. */
export class OriginSecret extends Construct {
  /** A reference that CloudFormation resolves while it deploys: the value itself is in no template. */
  readonly reference: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const secret = new Secret(this, 'Secret', {
      description: 'Haemdiary: CloudFront shows this to the API (x-origin-secret)',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    this.reference = secret.secretValue.unsafeUnwrap();
    acknowledge(secret, {
      'AwsSolutions-SMG4':
        'Both ends of this secret are set by a deployment, so a timer alone would part them; docs/deploy.md says how it is changed.',
    });
  }
}
