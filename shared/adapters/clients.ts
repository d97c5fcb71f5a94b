import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { STSClient } from '@aws-sdk/client-sts';

/**
 * The AWS clients, with what the environment says and nothing else: region, credentials and, in the local run, the
 * endpoints (`AWS_ENDPOINT_URL_*`).
 */
export const dynamoClient = (): DynamoDBClient => new DynamoDBClient();
export const cognitoClient = (): CognitoIdentityProviderClient => new CognitoIdentityProviderClient();
export const s3Client = (): S3Client => new S3Client();
export const stsClient = (): STSClient => new STSClient();
export const sesClient = (): SESv2Client => new SESv2Client();
