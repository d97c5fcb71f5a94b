import type { Context } from 'aws-lambda';

/** What Lambda hands a function beside its event; its three callbacks are of an older Node and used by nobody. */
export const lambdaContext = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'test',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-2:000000000000:function:test',
  memoryLimitInMB: '1769',
  awsRequestId: 'invocation-1',
  logGroupName: 'log',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 29_000,
} as Context;
