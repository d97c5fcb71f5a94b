import { describe, expect, it } from 'vitest';
import { dangersIn } from '../../../infra/setup/deploy-guard.ts';

// As `cdk diff` of aws-cdk 2.1148.1 prints them.
const index = (sign: string, name: string) => ` │      [${sign}]     "IndexName": "${name}",`;
const table = '[~] AWS::DynamoDB::GlobalTable Table TableCD117FA1';

describe('the deploy guard', () => {
  it.each([
    ['replaces the table', `${table} replace`],
    ['may replace a pool', '[~] AWS::Cognito::UserPool Patients/Pool PatientsPool1A2B may be replaced'],
    ['removes a pool', '[-] AWS::Cognito::UserPool Pool destroy'],
    ['lets go of a bucket', '[-] AWS::S3::Bucket Exports/Bucket ExportsBucket3C orphan'],
    ['removes the key', '[-] AWS::KMS::Key DiaryKey DiaryKey77 destroy'],
  ])('refuses a deploy that %s', (_, line) => {
    expect(
      dangersIn(`Stack HaemdiaryData\nResources\n${line}\n └─ [~] KeySchema (requires replacement)\n`),
    ).toHaveLength(1);
  });

  it('refuses a deploy that changes two indexes of a table', () => {
    const diff = [table, ' └─ [~] GlobalSecondaryIndexes', index('+', 'one'), index('-', 'two')].join('\n');
    expect(dangersIn(diff)).toEqual(['Table TableCD117FA1: more than one index would change (one, two).']);
  });

  it('lets one index change', () => {
    expect(dangersIn([table, index(' ', 'roster'), index('+', 'one')].join('\n'))).toEqual([]);
  });

  it('lets a new table come with all its indexes', () => {
    expect(
      dangersIn(
        ['[+] AWS::DynamoDB::GlobalTable Table Table1', index('+', 'one'), index('+', 'two')].join('\n'),
      ),
    ).toEqual([]);
  });

  it('lets functions, roles and pool clients be replaced', () => {
    const diff = [
      '[~] AWS::Lambda::Function Diary DiaryF00 replace',
      '[-] AWS::Cognito::UserPoolClient Client ClientF00 destroy',
      '[~] AWS::IAM::Role Role RoleF00',
    ];
    expect(dangersIn(diff.join('\n'))).toEqual([]);
  });
});
