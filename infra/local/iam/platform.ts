import type { Cloud } from '../cloud.ts';
import type { FunctionDefinition, Invoke } from '../functions/function-definition.ts';
import type { Iam } from './authorise.ts';
import type { ContextValue } from './iam-request.ts';
import { PLATFORM_RULES, type PlatformAct } from './platform-rules.ts';

type RoleAct = {
  [Act in PlatformAct]: (typeof PLATFORM_RULES)[Act]['as'] extends 'role' ? Act : never;
}[PlatformAct];
type ServiceAct = Exclude<PlatformAct, RoleAct>;

/** Which resource of which service acts, by which AWS tells a confused deputy from a right one. */
export interface Origin {
  readonly service: string;
  readonly sourceArn: string;
}

/** What AWS does by itself, decided by the templates' policies. Each answers why it may not, or undefined. */
export interface Platform {
  readonly byRole: (act: RoleAct, roleArn: string, resource: string) => string | undefined;
  readonly byService: (act: ServiceAct, origin: Origin, resource: string) => string | undefined;
  /** Calls a function for a service; a refused call never reaches it. */
  readonly invokeFor: (act: ServiceAct, origin: (event: unknown) => Origin) => Invoke;
  /** Whether the function's role may be taken by Lambda at all. */
  readonly mayRun: (definition: FunctionDefinition) => string | undefined;
}

const accountIn = (arn: string): string => arn.split(':')[4] ?? '';

/** A key acts through another action's service: `dynamodb:GetRecords` needs `kms:Decrypt` through DynamoDB. */
const THROUGH = { dynamodb: 'dynamodb', sns: 'sns' } as const;
const throughOf = (actions: readonly string[]): 'dynamodb' | 'sns' =>
  actions.some((action) => action.startsWith('sns:')) ? THROUGH.sns : THROUGH.dynamodb;

/** A stream is encrypted with its table's key. */
const encryptedOf = (resource: string): string => resource.split('/stream/')[0] ?? resource;

/** Decides what AWS does by itself. @param invoke calls a function without asking. */
export function createPlatform(iam: Iam, cloud: () => Cloud, invoke: Invoke): Platform {
  const parted = (act: PlatformAct): { own: readonly string[]; key: readonly string[] } => {
    const actions: readonly string[] = PLATFORM_RULES[act].actions;
    return {
      own: actions.filter((action) => !action.startsWith('kms:')),
      key: actions.filter((action) => action.startsWith('kms:')),
    };
  };
  const byService: Platform['byService'] = (act, { service, sourceArn }, resource) => {
    const { own, key } = parted(act);
    const account = accountIn(sourceArn);
    const context: Record<string, ContextValue> = {
      'aws:SourceArn': sourceArn,
      ...(account !== '' && { 'aws:SourceAccount': account }),
      ...(act === 'site-reads-files' && { 's3:TlsVersion': '1.3' }),
    };
    const refusals = own.map((action) => iam.serviceRefusal(service, { action, resource, context }));
    const use = { of: resource, through: throughOf(own), actions: key, context };
    return refusals.find((refusal) => refusal !== undefined) ?? iam.keyRefusal({ service }, use);
  };
  return {
    byService,
    byRole: (act, roleArn, resource) => {
      const caller = iam.ownSessionOf(roleArn);
      const { own, key } = parted(act);
      const refusals = own.map((action) => iam.refusal(caller, { action, resource }));
      const use = { of: encryptedOf(resource), through: throughOf(own), actions: key };
      return refusals.find((refusal) => refusal !== undefined) ?? iam.keyRefusal(caller, use);
    },
    invokeFor: (act, origin) => async (functionArn, event) => {
      const refusal = byService(act, origin(event), functionArn);
      if (refusal === undefined) return invoke(functionArn, event);
      return { ok: false, errorType: 'AccessDeniedException', errorMessage: refusal };
    },
    mayRun: ({ roleArn, arn }) =>
      cloud().roles.has(roleArn)
        ? byService('lambda-takes-role', { service: 'lambda.amazonaws.com', sourceArn: arn }, roleArn)
        : `No template has the role ${roleArn}`,
  };
}
