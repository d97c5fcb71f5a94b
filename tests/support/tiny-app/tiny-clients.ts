import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  type AttributeValue,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { ADMINISTRATOR } from '../../../infra/local/iam/administrator.ts';
import type { ServiceEndpoints } from '../../../infra/local/functions/environment-of.ts';

const region = 'eu-west-2';
const credentials = ADMINISTRATOR;
const PASSWORD = 'Long-Enough-Pass-1!';

/** What the tests of the local run ask of its engines, by the real clients. */
export function tinyClients(endpoints: ServiceEndpoints, tableName: string) {
  const table = new DynamoDBClient({ endpoint: endpoints.dynamodb, region, credentials });
  const pools = new CognitoIdentityProviderClient({ endpoint: endpoints.cognito, region, credentials });
  const mails = new SESv2Client({ endpoint: endpoints.ses, region, credentials });
  return {
    describeTable: async () => {
      const { Table } = await table.send(new DescribeTableCommand({ TableName: tableName }));
      const { TimeToLiveDescription } = await table.send(
        new DescribeTimeToLiveCommand({ TableName: tableName }),
      );
      return {
        localIndexes: Table?.LocalSecondaryIndexes?.map(({ IndexName }) => IndexName),
        globalIndexes: Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName),
        stream: Table?.StreamSpecification?.StreamViewType,
        timeToLive: TimeToLiveDescription?.AttributeName,
      };
    },
    put: async (sk: string, attributes: Record<string, AttributeValue>) => {
      await table.send(
        new PutItemCommand({ TableName: tableName, Item: { pk: { S: 'a' }, sk: { S: sk }, ...attributes } }),
      );
    },
    addPerson: async (poolId: string, username: string) => {
      const user = { UserPoolId: poolId, Username: username };
      await pools.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }));
      await pools.send(new AdminSetUserPasswordCommand({ ...user, Password: PASSWORD, Permanent: true }));
    },
    signIn: async (poolId: string, clientId: string, username: string): Promise<string> => {
      const answer = await pools.send(
        new AdminInitiateAuthCommand({
          UserPoolId: poolId,
          ClientId: clientId,
          AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: username, PASSWORD },
        }),
      );
      return answer.AuthenticationResult?.IdToken ?? '';
    },
    /** Sends a mail and answers its id. */
    sendMail: async (): Promise<string> => {
      const { MessageId } = await mails.send(
        new SendEmailCommand({
          FromEmailAddress: 'hello@tiny.example',
          Destination: { ToAddresses: ['someone@example.org'] },
          ConfigurationSetName: 'tiny-mails',
          Content: { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Hello' } } } },
        }),
      );
      return MessageId ?? '';
    },
  };
}
