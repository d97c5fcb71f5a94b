/** A permission that the test suite never uses, and why it is there all the same. */
export interface Unused {
  /** Fits the statement as the report describes it: `<role>/<policy>#<Sid> <Effect>`, then its conditions as JSON. */
  readonly statement: RegExp;
  /** Only these of its actions, resources and values of conditions; `*` stands for any text. */
  readonly of?: readonly string[];
  /** A full sentence for whoever reviews the role. */
  readonly because: string;
}

/**
 * Every permission that is granted and not seen used when the suite runs on the local machine. `npm run iam:report`
 * fails for any other, and for a reason here that explains nothing any more.
 */
export const UNUSED_PERMISSIONS: readonly Unused[] = [
  {
    statement: /#\w+ Deny \{"Bool":\{"aws:SecureTransport":\["false"\]\}\}$/u,
    because: 'Every call of ours is made over TLS; the denial is for whoever would make one without it.',
  },
  {
    statement: /#\w+ Deny \{"NumericLessThan":\{"s3:TlsVersion":/u,
    because: 'Every call of ours uses a TLS of today; the denial is for whoever would use an older one.',
  },
  {
    statement: /^key\/\w+#0 Allow \{\}$/u,
    because:
      'The account keeps the right to administer each of its keys; without it nobody could ever change one.',
  },
  {
    statement: /archivebucket\w+#NothingIs(?:Removed|WrittenOver) Deny /u,
    because:
      'No role of ours may remove or replace what is archived, and none tries; the denial is for one made by hand.',
  },
  {
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
    statement: /#(?:Encrypt|Decrypt)Diaries Allow /u,
    of: ['kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
    because:
      'DynamoDB may ask for these in the caller’s name when it renews a table’s key, which no local engine does.',
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
    statement: /#WorkInScopes Allow /u,
    because:
      'Within one account the scope’s trust policy would be enough; this tells whoever reads the function’s role.',
  },
  {
    statement: /Publisher\w*\/exactly#(?:ReadBuiltSites|CompareSites|PublishSites) /u,
    because:
      'Only a deployment runs this function, which the CDK brings; the local run copies the files itself.',
  },
  {
    statement: /haemdiary-centre-centre-scope\/exactly#NeverUndoAudit Deny /u,
    because: 'No request of ours changes or removes an audit item; the denial is for a mistake in a handler.',
  },
  {
    statement: /haemdiary-centre-diary-scope\/exactly#ChangeDiary Allow /u,
    of: ['dynamodb:DeleteItem'],
    because:
      'A correction with fewer batches takes away the uses that are gone; no journey makes one at another centre.',
  },
  {
    statement: /RegistryRunsRole\w*\/exactly#Never\w+ Deny /u,
    because:
      'No request of the registry asks for a patient, a mail or an index; the denials are for a mistake in a handler.',
  },
  {
    statement: /RegistryRunsRole\w*\/exactly#(?:HelpPeopleSignIn|FindPeople) Allow /u,
    because:
      'Bringing back who lost a second factor is tried on the pools in integration tests, not through a whole local run.',
  },
  {
    statement: /SessionRunsRole\w*\/exactly#UseRegistryInvitation Allow /u,
    of: ['*REGISTRY#STAFF'],
    because:
      'Ending every session of somebody at the registry raises the epoch of their job; no journey loses such a password.',
  },
  {
    statement: /haemdiary-session-centre-scope\/exactly#UseInvitation Allow /u,
    of: ['*#ADMIN'],
    because:
      'Ending every session of a colleague raises the epoch of their membership; no journey loses such a password.',
  },
  {
    statement: /haemdiary-session-diary-scope\/exactly#UseResetCode Allow /u,
    of: ['dynamodb:DeleteItem'],
    because: 'A code from the centre is used up by it, which integration tests try and no journey does.',
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
    statement: /haemdiary-outbox-centre-scope\/exactly#EncryptExports Allow /u,
    of: ['kms:Decrypt'],
    because:
      'An upload in parts reads the parts before it joins them; the exports of a test fit into one part.',
  },
  {
    statement: /OutboxRunsRole\w*\/exactly#FindPeople Allow /u,
    of: ['*:userpool/*'],
    because:
      'Who was helped with signing in is mailed where their pool says; integration tests help staff, the journeys only carers.',
  },
  {
    statement: /haemdiary-outbox-centre-scope\/exactly#ReadWork Allow /u,
    of: ['*PrincipalTag/centre}'],
    because:
      'The other centres of a colleague who was helped are told by which centre; no journey helps one who has two.',
  },
  {
    statement: /haemdiary-outbox-centre-scope\/exactly#WriteWork Allow /u,
    of: ['*#AUDIT'],
    because:
      'The other centres of a colleague who was helped get a line in their log; no journey helps one who has two.',
  },
  {
    statement: /haemdiary-mail-events-centre-scope\/exactly#(?:Read|Write)Mail Allow /u,
    of: ['*#OUTBOX'],
    because:
      'A mail to the centre itself, such as its daily digest, may come back too; no journey lets one do so.',
  },
  {
    statement: /haemdiary-diary-pair-scope\/exactly#ChangeBoth Allow /u,
    of: ['dynamodb:DeleteItem'],
    because:
      'A treatment takes its batches along when it is moved, and a bleed its photos; integration tests move them, no journey does.',
  },
  {
    statement: /SessionRunsRole\w*\/exactly#ChangeAddresses Allow /u,
    because:
      'A new mail address is set once its code was entered; integration tests do so on the pools, no journey does.',
  },
  {
    statement: /haemdiary-session-centre-scope\/exactly#WriteMembership Allow /u,
    of: ['*#OUTBOX'],
    because: 'Staff are mailed of a new password; integration tests change one, the journeys only a carer’s.',
  },
  {
    statement: /CustomMessageRunsFunction\w*#(?:Staff|Registry)PoolCustomMessageCognito\w+ /u,
    because: 'Staff and the registry may forget a password as well; the journeys forget a carer’s.',
  },
];
