import type { StoredObjects } from 's3rver';
import type { Retention } from './object-lock.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';

const text = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const tag = (name: string, value: string): string => `<${name}>${text(value)}</${name}>`;

/** A refusal as S3 words it. */
export const refusalXml = (code: string, message: string): string =>
  `${HEAD}<Error>${tag('Code', code)}${tag('Message', message)}</Error>`;

/** The answer of GetObjectLockConfiguration. */
export const lockConfigurationXml = ({ mode, unit, count }: Retention): string =>
  `${HEAD}<ObjectLockConfiguration ${NAMESPACE}>${tag('ObjectLockEnabled', 'Enabled')}<Rule><DefaultRetention>` +
  `${tag('Mode', mode)}${tag(unit, String(count))}</DefaultRetention></Rule></ObjectLockConfiguration>`;

/** The answer of GetObjectRetention for an object written at `since`. */
export const retentionXml = ({ mode, unit, count }: Retention, since: Date): string => {
  const until = new Date(since);
  if (unit === 'Years') until.setUTCFullYear(until.getUTCFullYear() + count);
  else until.setUTCDate(until.getUTCDate() + count);
  return `${HEAD}<Retention ${NAMESPACE}>${tag('Mode', mode)}${tag('RetainUntilDate', until.toISOString())}</Retention>`;
};

/** The answer of ListObjectVersions where each object has the one version it was written as. */
export const versionsXml = (bucket: string, { objects }: StoredObjects): string => {
  const versions = objects.map(
    ({ key, lastModifiedDate, size }) =>
      `<Version>${tag('Key', key)}${tag('VersionId', 'null')}${tag('IsLatest', 'true')}` +
      `${tag('LastModified', lastModifiedDate.toISOString())}${tag('Size', String(size))}</Version>`,
  );
  return (
    `${HEAD}<ListVersionsResult ${NAMESPACE}>${tag('Name', bucket)}${tag('IsTruncated', 'false')}` +
    `${versions.join('')}</ListVersionsResult>`
  );
};
