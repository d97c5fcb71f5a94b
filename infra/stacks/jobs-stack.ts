import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { Audience } from '#contracts/route.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import type { FunctionBundles } from '../constructs/function-bundles.ts';
import { MailEvents } from '../constructs/mail-events.ts';
import {
  ARCHIVE_FINDINGS,
  canAddToArchive,
  canFindPeople,
  canSendMail,
  canUseOwnItems,
  canUseScopes,
  canWriteExports,
  EXPORT_FINDINGS,
} from '../constructs/permissions.ts';
import { ScheduledJob } from '../constructs/scheduled-job.ts';
import { StreamReader } from '../constructs/stream-reader.ts';
import type { DataStack } from './data-stack.ts';
import type { IdentityStack } from './identity-stack.ts';

export interface JobsStackProps extends StackProps {
  readonly bundles: FunctionBundles;
  readonly data: DataStack;
  readonly identity: IdentityStack;
  /** Address of each site, for the links in mails. */
  readonly addresses: Readonly<Record<Audience, string>>;
}

/** What happens without anyone asking: the hourly sweep, mails and exports, and what became of the mails. */
export class JobsStack extends Stack {
  constructor(scope: Construct, id: string, props: JobsStackProps) {
    super(scope, id, props);
    this.overdueSweep(props);
    this.outbox(props);
    this.archive(props);
    this.mailEvents(props);
  }

  private overdueSweep({ bundles, data }: JobsStackProps): void {
    new ScheduledJob(
      this,
      'OverdueSweep',
      { bundles, operators: data.operators },
      {
        name: 'overdue-sweep',
        does: 'Finds who has stopped recording, and mails that are still unsent.',
        errorImpact: 'Patients who stopped recording are not reminded, and their centres are not told.',
        missedImpact:
          'No sweep has run: nobody is reminded, no centre is told, and unsent mails stay unsent.',
        group: new ScheduleGroup(this, 'Schedules', { scheduleGroupName: 'haemdiary' }),
        may: canUseOwnItems(data.diaries, 'overdue-sweep'),
        scopes: canUseScopes(data.diaries, 'overdue-sweep'),
        environment: { TABLE_NAME: data.diaries.table.tableName },
      },
    );
  }

  private outbox({ bundles, data, identity, addresses }: JobsStackProps): void {
    const { account, centre } = canUseScopes(data.diaries, 'outbox');
    const { diary: patients, centre: staff } = identity.pools;
    const outbox = new StreamReader(
      this,
      'Outbox',
      { bundles, operators: data.operators },
      {
        name: 'outbox',
        does: 'Sends the mails and runs the export jobs that were written to the outbox.',
        errorImpact: 'Reminders, invitations and exports are not sent; the hourly sweep tries them again.',
        lateImpact:
          'Reminders, invitations and exports are late or were given up; people wait for mail that does not come.',
        diaries: data.diaries,
        // What is written anew rings again; what the reader itself writes leaves another state, and doesn't.
        tellsOf: { type: 'outbox', state: 'waiting', whenChanged: true },
        effort: {
          batchSize: 10,
          // An export job of a whole centre runs here.
          timeout: Duration.minutes(10),
          retryAttempts: 5,
          maxRecordAge: Duration.hours(1),
        },
        // Who was helped to sign in is told at the address the account has now, and not at a copy.
        may: [...canSendMail(data.sender), ...canFindPeople([patients, staff])],
        scopes: { account: account ?? [], centre: [...(centre ?? []), ...canWriteExports(data.exports)] },
        environment: {
          TABLE_NAME: data.diaries.table.tableName,
          EXPORT_BUCKET: data.exports.bucket.bucketName,
          MAIL_FROM: data.sender.from,
          MAIL_CONFIGURATION_SET: data.sender.configurationSet.configurationSetName,
          DIARY_URL: addresses.diary,
          CENTRE_URL: addresses.centre,
          REGISTRY_URL: addresses.registry,
          PATIENTS_POOL_ID: patients.pool.userPoolId,
          STAFF_POOL_ID: staff.pool.userPoolId,
        },
      },
    );
    acknowledge(outbox, EXPORT_FINDINGS);
  }

  private archive({ bundles, data }: JobsStackProps): void {
    const archive = new StreamReader(
      this,
      'Archive',
      { bundles, operators: data.operators },
      {
        name: 'archive',
        does: 'Chains what is written to the audit and puts it where it can only be written once.',
        errorImpact:
          'Who saw and changed diaries is not archived: meanwhile somebody with access to the table could change it unseen.',
        lateImpact:
          'What was written to the audit is not archived in time or was given up; it can be changed unseen.',
        diaries: data.diaries,
        // What erasure leaves of an item is no new item.
        tellsOf: { type: 'audit', whenChanged: false },
        effort: {
          batchSize: 100,
          timeout: Duration.minutes(1),
          // What is given up is missing for ever: it is tried for as long as the stream keeps it, less an hour.
          retryAttempts: 10_000,
          maxRecordAge: Duration.hours(23),
        },
        may: canAddToArchive(data.archive),
        environment: { ARCHIVE_BUCKET: data.archive.bucket.bucketName },
      },
    );
    acknowledge(archive, ARCHIVE_FINDINGS);
  }

  private mailEvents({ bundles, data }: JobsStackProps): void {
    new MailEvents(
      this,
      'MailEvents',
      { bundles, operators: data.operators },
      {
        name: 'mail-events',
        does: 'Puts mails that came back on the worklist of the centre.',
        errorImpact: 'Centres are not told that a reminder or an invitation never arrived.',
        sender: data.sender,
        key: data.noticesKey,
        may: [],
        scopes: canUseScopes(data.diaries, 'mail-events'),
        environment: { TABLE_NAME: data.diaries.table.tableName },
      },
    );
  }
}
