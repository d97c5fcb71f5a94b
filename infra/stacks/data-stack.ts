import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { tableDefinition } from '#table/table.ts';
import { ArchiveBucket } from '../constructs/archive-bucket.ts';
import { DiaryKey } from '../constructs/diary-key.ts';
import { DiaryTable } from '../constructs/diary-table.ts';
import { ExportBucket } from '../constructs/export-bucket.ts';
import { MailSender } from '../constructs/mail-sender.ts';
import { NoticesKey } from '../constructs/notices-key.ts';
import { Operators } from '../constructs/operators.ts';
import type { Settings } from '../settings.ts';

/** What must never be lost: the diaries, the archive of who saw them, their keys, and the good name of the mail sender. */
export class DataStack extends Stack {
  readonly diaries: DiaryTable;
  readonly exports: ExportBucket;
  readonly archive: ArchiveBucket;
  readonly noticesKey: NoticesKey;
  readonly operators: Operators;
  readonly sender: MailSender;

  constructor(scope: Construct, id: string, props: StackProps & { readonly settings: Settings }) {
    super(scope, id, props);
    const { settings } = props;
    const key = new DiaryKey(this, 'DiaryKey');
    this.noticesKey = new NoticesKey(this, 'NoticesKey');
    this.operators = new Operators(this, 'Operators', {
      key: this.noticesKey,
      email: settings.operatorsEmail,
    });
    this.diaries = new DiaryTable(this, 'Diaries', {
      definition: tableDefinition,
      key,
      operators: this.operators,
    });
    this.exports = new ExportBucket(this, 'Exports', { key });
    this.archive = new ArchiveBucket(this, 'Archive', { lock: settings.archiveLock });
    this.sender = new MailSender(this, 'MailSender', { ...settings.mail, operators: this.operators });
    this.sender.identity.dkimRecords.forEach(({ name, value }, place) => {
      new CfnOutput(this, `MailRecord${place + 1}`, { value: `${name} CNAME ${value}` });
    });
    new CfnOutput(this, 'TableName', { value: this.diaries.table.tableName });
    new CfnOutput(this, 'ArchiveBucketName', { value: this.archive.bucket.bucketName });
    new CfnOutput(this, 'ExportBucketName', { value: this.exports.bucket.bucketName });
  }
}
