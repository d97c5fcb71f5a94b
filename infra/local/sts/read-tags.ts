import { faulty, invalid, type StsRefusal } from './sts-refusal.ts';

export interface SessionTag {
  readonly key: string;
  readonly value: string;
}

const MOST_TAGS = 50;
/** Letters, spaces, digits and a few signs: no `#`, so that no tag's value can reach into another key's part. */
const TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;

const members = (form: URLSearchParams, pattern: RegExp): readonly string[] =>
  [...form.keys()].filter((name) => pattern.test(name)).map((name) => form.get(name) ?? '');

const faultIn = (tags: readonly SessionTag[]): { readonly refused: StsRefusal } | undefined => {
  if (tags.length > MOST_TAGS)
    return invalid(`Member must have length less than or equal to ${String(MOST_TAGS)}`);
  const wrong = tags.find(
    ({ key, value }) =>
      key === '' ||
      key.length > LONGEST_KEY ||
      value.length > LONGEST_VALUE ||
      key.toLowerCase().startsWith('aws:') ||
      !TEXT.test(key) ||
      !TEXT.test(value),
  );
  if (wrong !== undefined) {
    const where = TEXT.test(wrong.value) ? `key '${wrong.key}'` : `value '${wrong.value}'`;
    return invalid(
      `1 validation error detected: The tag ${where} failed to satisfy constraint: Member must satisfy regular ` +
        String.raw`expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]*`,
    );
  }
  if (new Set(tags.map(({ key }) => key.toLowerCase())).size !== tags.length) {
    return faulty(
      'InvalidParameterValue',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    );
  }
  return undefined;
};

/**
 * Reads the session tags of a request: `Tags.member.1.Key`, `Tags.member.1.Value`, `TransitiveTagKeys.member.1`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function readTags(
  form: URLSearchParams,
):
  | { readonly tags: readonly SessionTag[]; readonly transitive: readonly string[] }
  | { readonly refused: StsRefusal } {
  const numbers = [...form.keys()].flatMap((name) => /^Tags\.member\.(\d+)\.Key$/u.exec(name)?.[1] ?? []);
  const tags = numbers.map((number) => ({
    key: form.get(`Tags.member.${number}.Key`) ?? '',
    value: form.get(`Tags.member.${number}.Value`) ?? '',
  }));
  const fault = faultIn(tags);
  if (fault !== undefined) return fault;
  const transitive = members(form, /^TransitiveTagKeys\.member\.\d+$/u);
  if (transitive.some((key) => !tags.some((tag) => tag.key === key)))
    return faulty(
      'InvalidParameterValue',
      'The specified transitive tag key must be included in the requested tags.',
    );
  return { tags, transitive };
}
