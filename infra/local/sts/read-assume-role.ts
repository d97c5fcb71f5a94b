import type { PolicySource } from '../iam/iam-request.ts';
import { readPolicyDocument } from '../iam/policy-document.ts';
import { readTags, type SessionTag } from './read-tags.ts';
import { faulty, invalid, type StsRefusal } from './sts-refusal.ts';

/** What AssumeRole is asked for, in the form that STS documents. */
export interface AssumeRole {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly seconds: number;
  readonly tags: readonly SessionTag[];
  readonly transitive: readonly string[];
  readonly policy?: PolicySource;
  readonly externalId?: string;
}

const DEFAULT_SECONDS = 3600;
const SHORTEST_SECONDS = 900;
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/u;
const KNOWN =
  /^(?:Action|Version|RoleArn|RoleSessionName|DurationSeconds|Policy|ExternalId|Tags(?:\.member\.\d+\.(?:Key|Value))?|TransitiveTagKeys(?:\.member\.\d+)?)$/u;

const constraint = (value: string, member: string, rule: string): { readonly refused: StsRefusal } =>
  invalid(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must ${rule}`,
  );

const parsePolicy = (text: string): PolicySource | undefined => {
  try {
    return { name: 'session policy', document: readPolicyDocument(JSON.parse(text)) };
  } catch {
    return undefined;
  }
};

/**
 * Reads an AssumeRole request.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function readAssumeRole(form: URLSearchParams): AssumeRole | { readonly refused: StsRefusal } {
  const unknown = [...form.keys()].find((name) => !KNOWN.test(name));
  if (unknown !== undefined) return invalid(`The local STS does not know the parameter ${unknown}`);
  const roleArn = form.get('RoleArn') ?? '';
  if (!/^arn:aws:iam::\d{12}:role\/.+$/u.test(roleArn)) return invalid(`${roleArn} is invalid`);
  const sessionName = form.get('RoleSessionName') ?? '';
  if (!SESSION_NAME.test(sessionName)) {
    return constraint(
      sessionName,
      'roleSessionName',
      String.raw`satisfy regular expression pattern: [\w+=,.@-]*`,
    );
  }
  const duration = form.get('DurationSeconds');
  const seconds = duration === null ? DEFAULT_SECONDS : Number(duration);
  if (!Number.isInteger(seconds) || seconds < SHORTEST_SECONDS) {
    const rule = `have value greater than or equal to ${String(SHORTEST_SECONDS)}`;
    return constraint(duration ?? '', 'durationSeconds', rule);
  }
  const tags = readTags(form);
  if ('refused' in tags) return tags;
  const text = form.get('Policy');
  const policy = text === null ? undefined : parsePolicy(text);
  if (text !== null && policy === undefined)
    return faulty('MalformedPolicyDocument', 'The policy is not in the valid JSON format.');
  const externalId = form.get('ExternalId');
  return {
    roleArn,
    sessionName,
    seconds,
    ...tags,
    ...(policy !== undefined && { policy }),
    ...(externalId !== null && { externalId }),
  };
}
