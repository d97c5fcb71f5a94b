import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dangersOf } from '../../../infra/checks/dangers-of.ts';
import { guardChanges } from '../../../infra/checks/guard-changes.ts';

// As `cdk diff --context-lines 100000` of aws-cdk 2.1148.1 prints them.
const TABLE = '[~] AWS::DynamoDB::GlobalTable Diaries/Table DiariesTable12D52B4B';
const stack = (...lines: readonly string[]) =>
  ['Stack HaemdiaryData', 'Resources', ...lines, '', ''].join('\n');
const index = (mark: string, name: string, key: string | readonly [string, string], last = false) => [
  ` │      [${mark}]   {`,
  ` │      [${mark}]     "IndexName": "${name}",`,
  ...(typeof key === 'string'
    ? [` │      [${mark}]     "Key": "${key}"`]
    : [` │      [-]     "Key": "${key[0]}"`, ` │      [+]     "Key": "${key[1]}"`]),
  ` │      [${mark}]   }${last ? '' : ','}`,
];
const indexes = (...lines: readonly string[]) =>
  stack(
    TABLE,
    ' ├─ [~] GlobalSecondaryIndexes',
    ' │   └─ @@ -1,107 +1,135 @@',
    ' │      [ ] [',
    ...lines,
    ' │      [ ] ]',
    ' └─ [~] Tags',
    '     ├─ [-] one',
    '     └─ [+] two',
  );

describe('what a deployment must not do', () => {
  test.each([
    ['replace the table', `${TABLE} replace`],
    ['perhaps replace a pool', '[~] AWS::Cognito::UserPool Patients/Pool PatientsPool1A2B may be replaced'],
    ['replace an app client', '[~] AWS::Cognito::UserPoolClient Patients/Pool/Client Client1A2B replace'],
    ['remove a pool', '[-] AWS::Cognito::UserPool Pool destroy'],
    ['let go of a bucket', '[-] AWS::S3::Bucket Exports/Bucket ExportsBucket3C orphan'],
    ['remove the key', '[-] AWS::KMS::Key DiaryKey DiaryKey77 destroy'],
    ['replace the mail identity', '[~] AWS::SES::EmailIdentity MailSender/Identity Identity12 replace'],
  ])('%s', (_, line) => {
    expect(dangersOf(stack(line, ' └─ [~] KeySchema (requires replacement)'))).toHaveLength(1);
  });

  test('make two indexes at once', () => {
    expect(
      dangersOf(
        indexes(...index('+', 'one', 'a'), ...index('+', 'two', 'b'), ...index(' ', 'old', 'c', true)),
      ),
    ).toEqual([
      'HaemdiaryData AWS::DynamoDB::GlobalTable Diaries/Table DiariesTable12D52B4B: more than one index changes (one, two)',
    ]);
  });

  test('change the keys of an index: it would be removed and made again', () => {
    expect(dangersOf(indexes(...index(' ', 'one', ['before', 'after'], true)))).toEqual([
      expect.stringContaining('more than one index changes (one removed, one made again)'),
    ]);
  });

  test.each([
    [
      'protection from deletion',
      [' └─ [~] DeletionProtection', '     ├─ [-] ACTIVE', '     └─ [+] INACTIVE'],
    ],
    ['the policy that keeps it', [' └─ [~] DeletionPolicy', '     ├─ [-] Retain', '     └─ [+] Delete']],
    ['the policy for its replacement', [' └─ [-] UpdateReplacePolicy', '     └─ Retain']],
  ])('take away a pool’s %s', (_, lines) => {
    const pool = '[~] AWS::Cognito::UserPool Patients/Pool PatientsPool1A2B';
    expect(dangersOf(stack(pool, ...lines))).toEqual([expect.stringContaining('protects less')]);
  });

  test('take away the table’s recovery', () => {
    const lines = [
      ' └─ [~] Replicas',
      '     └─ @@ -1,2 +1,1 @@',
      '        [ ] [',
      '        [-]     "PointInTimeRecoveryEnabled": true',
      '        [ ] ]',
    ];
    expect(dangersOf(stack(TABLE, ...lines))).toEqual([expect.stringContaining('Replicas protects less')]);
  });

  test('go on when the indexes can’t be read', () => {
    expect(() => dangersOf(indexes(' │      [+]   { half'))).toThrow();
  });
});

describe('what a deployment may do', () => {
  test('make one index', () => {
    expect(dangersOf(indexes(...index('+', 'one', 'a'), ...index(' ', 'old', 'c', true)))).toEqual([]);
  });

  test('make a new table with all its indexes', () => {
    expect(dangersOf(stack('[+] AWS::DynamoDB::GlobalTable Diaries/Table DiariesTable12D52B4B'))).toEqual([]);
  });

  test('add protection', () => {
    const lines = [' └─ [~] DeletionPolicy', '     ├─ [-] Delete', '     └─ [+] Retain'];
    expect(dangersOf(stack('[~] AWS::S3::Bucket Exports/Bucket ExportsBucket3C', ...lines))).toEqual([]);
  });

  test('replace a function or a role', () => {
    expect(
      dangersOf(
        stack('[~] AWS::Lambda::Function Diary DiaryF00 replace', '[-] AWS::IAM::Role R R00 destroy'),
      ),
    ).toEqual([]);
  });
});

describe('a waiver', () => {
  const diff = stack('[-] AWS::S3::Bucket Exports/Bucket ExportsBucket3C orphan');
  const danger = 'HaemdiaryData AWS::S3::Bucket Exports/Bucket ExportsBucket3C: orphan';
  const reason = 'The exports were moved to a bucket in another stack on 20 November.';
  const guarded = (until: string, waived = danger) =>
    guardChanges({
      diff,
      waivers: [{ danger: waived, reason, until }],
      today: Temporal.PlainDate.from('2026-11-22'),
    });

  test('lets exactly its danger pass, on its last day too', () => {
    expect(guarded('2026-11-22')).toEqual([]);
    expect(guarded('2026-12-01', 'another danger')).toEqual([danger]);
  });

  test('that has ended stops the deployment until it is removed', () => {
    expect(guarded('2026-11-21')).toEqual([expect.stringContaining('ended on 2026-11-21: remove it')]);
  });

  test('holds for fourteen days at most', () => {
    expect(guarded('2026-12-06')).toEqual([]);
    expect(guarded('2026-12-07')).toEqual([expect.stringContaining('more than 14 days')]);
  });

  test('needs a reason that says something', () => {
    expect(() =>
      guardChanges({
        diff,
        waivers: [{ danger, reason: 'ok', until: '2026-11-22' }],
        today: Temporal.PlainDate.from('2026-11-22'),
      }),
    ).toThrow('is a full sentence');
  });
});
