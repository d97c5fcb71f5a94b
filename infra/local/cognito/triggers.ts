import * as z from 'zod';
import type { Cognito } from './context.ts';
import { refuse } from './refusal.ts';
import type { Client, Group, Pool, User } from './state.ts';

/** The user's attributes as triggers and descriptions see them. */
export const userAttributes = (user: User): Record<string, string> => ({ sub: user.sub, ...user.attributes });

interface TriggerCall {
  name: 'PreTokenGeneration' | 'CustomMessage';
  lambdaArn: string;
  source: string;
  pool: Pool;
  client: { id: string };
  user: User;
  request: Record<string, unknown>;
  response: Record<string, unknown>;
}

// Developer guide, "Important considerations" of Lambda triggers: a function that has not answered in five seconds is
// called again, three times in all.
const ATTEMPTS = 3;
const LATE = Symbol('late');

async function inTime(answer: Promise<unknown>, milliseconds: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds, LATE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Calls a trigger with the event common to all of them and hands back its answer. */
async function callTrigger(cognito: Cognito, call: TriggerCall): Promise<unknown> {
  const event = {
    version: '1',
    triggerSource: call.source,
    region: cognito.region,
    userPoolId: call.pool.id,
    userName: call.user.username,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: call.client.id },
    request: {
      userAttributes: { ...userAttributes(call.user), 'cognito:user_status': call.user.status },
      ...call.request,
    },
    response: call.response,
  };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      const answer = await inTime(cognito.invokeTrigger(call.lambdaArn, event), cognito.triggerTimeoutMs);
      if (answer !== LATE) return answer;
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return refuse('UserLambdaValidationException', `${call.name} failed with error ${text}.`);
    }
  }
  return refuse(
    'UnexpectedLambdaException',
    `${call.name} invocation failed due to error Socket timeout while invoking Lambda function.`,
  );
}

const overrides = z.object({
  claimsToAddOrOverride: z.record(z.string(), z.string()).nullish(),
  claimsToSuppress: z.array(z.string()).nullish(),
  groupOverrideDetails: z.looseObject({ groupsToOverride: z.array(z.string()).nullish() }).nullish(),
});
const preTokenAnswer = z.looseObject({
  response: z.looseObject({ claimsOverrideDetails: overrides.nullish() }).nullish(),
});

/** What a pre-token-generation trigger wants changed in the tokens. */
export type ClaimsOverride = z.infer<typeof overrides>;

/** Asks the pool's pre-token-generation trigger, version 1, when there is one. */
export async function preTokenGeneration(
  cognito: Cognito,
  about: { pool: Pool; client: Client; user: User; groups: Group[] },
  source: 'TokenGeneration_Authentication' | 'TokenGeneration_RefreshTokens',
  clientMetadata: Record<string, string> | undefined,
): Promise<ClaimsOverride> {
  const lambdaArn = about.pool.settings.LambdaConfig?.PreTokenGeneration;
  if (lambdaArn === undefined) return {};
  const answer = await callTrigger(cognito, {
    ...about,
    name: 'PreTokenGeneration',
    lambdaArn,
    source,
    request: {
      groupConfiguration: {
        groupsToOverride: about.groups.map((group) => group.name),
        iamRolesToOverride: about.groups.flatMap((group) => group.roleArn ?? []),
        preferredRole: about.groups[0]?.roleArn ?? null,
      },
      ...(clientMetadata && { clientMetadata }),
    },
    response: { claimsOverrideDetails: null },
  });
  const parsed = preTokenAnswer.safeParse(answer);
  if (!parsed.success) refuse('InvalidLambdaResponseException', 'Unrecognizable lambda output');
  return parsed.data.response?.claimsOverrideDetails ?? {};
}

const messageAnswer = z.looseObject({
  response: z.looseObject({ emailSubject: z.string().nullish(), emailMessage: z.string().nullish() }),
});

/** The words of a mail: the trigger's where it gives any, else undefined. */
export async function customMessage(
  cognito: Cognito,
  about: { pool: Pool; client: { id: string }; user: User },
  source: 'CustomMessage_ForgotPassword',
  request: { codeParameter: string; clientMetadata?: Record<string, string> },
): Promise<{ subject: string | undefined; message: string | undefined }> {
  const lambdaArn = about.pool.settings.LambdaConfig?.CustomMessage;
  if (lambdaArn === undefined) return { subject: undefined, message: undefined };
  const answer = await callTrigger(cognito, {
    ...about,
    name: 'CustomMessage',
    lambdaArn,
    source,
    request: { ...request, linkParameter: '{##Click Here##}', usernameParameter: null },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  });
  const parsed = messageAnswer.safeParse(answer);
  if (!parsed.success) refuse('InvalidLambdaResponseException', 'Unrecognizable lambda output');
  const { emailSubject, emailMessage } = parsed.data.response;
  return { subject: emailSubject ?? undefined, message: emailMessage ?? undefined };
}
