import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Cloud } from '../../../infra/local/cloud.ts';
import { environmentOf } from '../../../infra/local/functions/environment-of.ts';
import type {
  FunctionDefinition,
  InvocationResult,
  Invoke,
} from '../../../infra/local/functions/function-definition.ts';
import { createFunctionPool } from '../../../infra/local/functions/function-pool.ts';
import { createInvokeLater } from '../../../infra/local/functions/invoke-later.ts';
import type { JsonObject } from '../../../infra/local/template/json.ts';
import { allowing, cloudOf, roleArn, roleResource } from '../../support/iam/cloud-of.ts';
import { platformOf } from '../../support/iam/platform-of.ts';

const definition: FunctionDefinition = {
  arn: 'arn:aws:lambda:eu-west-2:1:function:f',
  name: 'f',
  region: 'eu-west-2',
  account: '1',
  codeDirectory: '/code',
  runtime: 'nodejs24.x',
  handler: 'index.handler',
  memoryMb: 512,
  timeoutSeconds: 3,
  environment: { DIARY_URL: 'https://d1.cloudfront.net' },
  roleArn: 'arn:aws:iam::1:role/f-role',
  logGroup: '/aws/lambda/f',
  reservedConcurrency: undefined,
};
const done: InvocationResult = { ok: true, payload: 'null' };
const failed: InvocationResult = { ok: false, errorType: 'Error', errorMessage: 'no' };

/** Processes that answer when told to. */
function controlled() {
  const open: ((result: InvocationResult) => void)[] = [];
  const processes: { alive: boolean }[] = [];
  const start = () => {
    const state = { alive: true };
    processes.push(state);
    return {
      invoke: () => new Promise<InvocationResult>((resolve) => open.push(resolve)),
      isAlive: () => state.alive,
      stop: () => {
        state.alive = false;
        return Promise.resolve();
      },
    };
  };
  const answer = async (): Promise<void> => {
    await vi.waitFor(() => {
      expect(open.length).toBeGreaterThan(0);
    });
    open.shift()?.(done);
  };
  return { start, processes, answer };
}

describe('a pool of processes', () => {
  it('gives each request a process of its own up to the limit, and keeps the others waiting', async () => {
    const { start, processes, answer } = controlled();
    const pool = createFunctionPool({ ...definition, reservedConcurrency: 2 }, start);
    const calls = [pool.invoke({}), pool.invoke({}), pool.invoke({})];
    await vi.waitFor(() => {
      expect(processes).toHaveLength(2);
    });
    for (const call of calls) {
      await answer();
      await call;
    }
    expect(pool.size()).toBe(2);
  });

  it('uses a warm process again and replaces a dead one', async () => {
    const { start, processes, answer } = controlled();
    const pool = createFunctionPool(definition, start);
    const call = async (): Promise<void> => {
      const answered = pool.invoke({});
      await answer();
      await answered;
    };
    await call();
    await call();
    expect(processes).toHaveLength(1);
    const [first] = processes;
    if (first !== undefined) first.alive = false;
    await call();
    expect(processes).toHaveLength(2);
  });
});

describe('the environment of a function', () => {
  const endpoints = {
    dynamodb: 'http://127.0.0.1:1',
    s3: 'http://127.0.0.1:2',
    ses: 'http://127.0.0.1:3',
    cognito: 'http://127.0.0.1:4',
    sts: 'http://127.0.0.1:5',
  };
  const environment = environmentOf(definition, endpoints, (text) =>
    text.replace('https://d1.cloudfront.net', 'http://localhost:8080'),
  );

  it('has the template’s values with local addresses', () => {
    expect(environment).toMatchObject({
      DIARY_URL: 'http://localhost:8080',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
    });
  });

  it('signs as the role and finds the engines by the SDK’s own variables', () => {
    expect(environment).toMatchObject({
      AWS_ACCESS_KEY_ID: 'f-role',
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://127.0.0.1:4',
    });
  });
});

describe('asynchronous invocation', () => {
  const QUEUE = 'arn:aws:sqs:eu-west-2:000000000000:failed';
  const FUNCTION = 'arn:aws:lambda:eu-west-2:000000000000:function:f';
  const cloudWhere = (Policies: JsonObject[]) =>
    cloudOf({
      Role: roleResource('f-role', { Policies }),
      Function: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          FunctionName: 'f',
          Runtime: 'nodejs24.x',
          Handler: 'index.handler',
          Role: roleArn('f-role'),
          Code: {},
        },
      },
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'failed' } },
      Config: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: {
          FunctionName: 'f',
          MaximumRetryAttempts: 0,
          DestinationConfig: { OnFailure: { Destination: QUEUE } },
        },
      },
    });
  const maySend = {
    PolicyName: 'report',
    PolicyDocument: allowing([{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: QUEUE }]),
  };
  const laterIn = (cloud: Cloud, invoke: Invoke = () => Promise.resolve(failed)) =>
    createInvokeLater({ cloud, invoke, platform: platformOf(cloud, invoke), log: () => undefined });

  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is tried three times, one and two minutes apart', async () => {
    const invoke = vi.fn(() => Promise.resolve(failed));
    await laterIn(await cloudOf({}), invoke).invoke('arn', {});
    expect(invoke).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(invoke).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(120_000);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(invoke).toHaveBeenCalledTimes(3);
  });

  it('ends in the failure destination the template names, with what was asked', async () => {
    const cloud = await cloudWhere([maySend]);
    await laterIn(cloud).invoke(FUNCTION, { a: 1 });
    const [queue] = cloud.notices.queues();
    expect(JSON.parse(queue?.messages[0]?.body ?? '{}')).toMatchObject({
      requestPayload: { a: 1 },
      responsePayload: { errorType: 'Error' },
    });
  });

  it('ends nowhere when the function’s role may not send to its failure destination', async () => {
    const cloud = await cloudWhere([]);
    await laterIn(cloud).invoke(FUNCTION, { a: 1 });
    expect(cloud.notices.queues()).toEqual([{ name: 'failed', messages: [] }]);
  });

  it('is not tried again once everything stops', async () => {
    const invoke = vi.fn(() => Promise.resolve(failed));
    const later = laterIn(await cloudOf({}), invoke);
    await later.invoke('arn', {});
    later.stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(invoke).toHaveBeenCalledTimes(1);
  });
});
