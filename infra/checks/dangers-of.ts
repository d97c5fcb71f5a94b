import * as z from 'zod';
import { type Change, type ChangedProperty, readDiff } from './read-diff.ts';

/** What people's data is in, what it can't be read without, and what people sign in and are mailed with. */
const KEEPER =
  /^AWS::(?:DynamoDB::(?:Global)?Table|Cognito::UserPool(?:Client)?|S3::Bucket|KMS::Key|SES::EmailIdentity)$/;
const SAFEGUARD =
  /^\s*(?:Retain|ACTIVE|"DeletionProtectionEnabled": true|"PointInTimeRecoveryEnabled": true),?$/;

const globalIndexes = z.array(z.looseObject({ IndexName: z.string() }));

const read = (lines: readonly string[]): Map<string, string> =>
  new Map(
    (lines.length === 0 ? [] : globalIndexes.parse(JSON.parse(lines.join('\n')))).map((index) => [
      index.IndexName,
      JSON.stringify(index),
    ]),
  );

/** An index whose keys or attributes change is removed and made again: two changes. */
const indexChanges = ({ before, after }: ChangedProperty): string[] => {
  const [old, next] = [read(before), read(after)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((name) => {
    const was = old.get(name);
    const becomes = next.get(name);
    if (was === becomes) return [];
    return was === undefined || becomes === undefined ? [name] : [`${name} removed`, `${name} made again`];
  });
};

const safeguards = (lines: readonly string[]): number => lines.filter((line) => SAFEGUARD.test(line)).length;

const dangersOfChange = ({ stack, type, name, fate, properties }: Change): string[] => {
  const what = `${stack} ${type} ${name}`;
  const lost = properties.filter(({ before, after }) => safeguards(before) > safeguards(after));
  const indexes = type.startsWith('AWS::DynamoDB::')
    ? properties.filter((property) => property.name === 'GlobalSecondaryIndexes').flatMap(indexChanges)
    : [];
  return [
    ...(fate === undefined ? [] : [`${what}: ${fate}`]),
    ...lost.map((property) => `${what}: ${property.name} protects less`),
    ...(indexes.length > 1 ? [`${what}: more than one index changes (${indexes.join(', ')})`] : []),
  ];
};

/**
 * What a deployment would do that can't be undone, or that CloudFormation can't finish: replace, remove or let go of
 * something that holds data, take its protection away, or change more than one global index of a table that exists
 * (DynamoDB makes or removes one at a time).
 *
 * @param diff what `cdk diff --all --context-lines 100000` prints, without colours
 * @returns one line each; empty when there is nothing to fear
 * @throws SyntaxError or ZodError when the indexes can't be read: then nothing may be deployed
 */
export const dangersOf = (diff: string): string[] =>
  readDiff(diff)
    .filter(({ type }) => KEEPER.test(type))
    .flatMap(dangersOfChange);
