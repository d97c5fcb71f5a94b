import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGatedTable, TABLE_ARN } from '../../support/iam/gated-table.ts';

const allow = (Action: string[], Resource: string[] = [TABLE_ARN], Condition?: object) => ({
  Effect: 'Allow',
  Action: Action.map((action) => `dynamodb:${action}`),
  Resource,
  ...(Condition !== undefined && { Condition: JSON.parse(JSON.stringify(Condition)) as never }),
});
/** The condition of a scope: these leading keys and no others, and not without any. */
const leading = (...keys: string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
  Null: { 'dynamodb:LeadingKeys': 'false' },
});
const OWN = leading('CENTRE#${aws:PrincipalTag/centre}', 'CENTRE#${aws:PrincipalTag/centre}#*');

let world: Awaited<ReturnType<typeof startGatedTable>>;
const denied = (action: string, resource = TABLE_ARN) => ({
  name: 'AccessDeniedException',
  message: expect.stringMatching(
    new RegExp(
      `^User: arn:aws:sts::000000000000:assumed-role/\\w+/\\w+ is not authorized to perform: ${action} on resource: ${resource} `,
    ),
  ) as string,
});

beforeAll(async () => {
  world = await startGatedTable({
    reader: { statements: [allow(['GetItem'])] },
    timeline: { statements: [allow(['Query'], [`${TABLE_ARN}/index/timeline`])] },
    account: { statements: [allow(['Query'], [`${TABLE_ARN}/index/account`], leading('ACCOUNT#a1'))] },
    centre: {
      statements: [
        allow(
          ['GetItem', 'PutItem', 'Query', 'BatchGetItem', 'ConditionCheckItem', 'Scan'],
          [TABLE_ARN],
          OWN,
        ),
        allow(['PartiQLSelect'], [TABLE_ARN], OWN),
      ],
    },
    transactions: {
      statements: [
        allow(['PutItem'], [TABLE_ARN], {
          StringEquals: { 'dynamodb:EnclosingOperation': 'TransactWriteItems' },
        }),
      ],
    },
    names: {
      statements: [
        allow(['GetItem'], [TABLE_ARN], {
          'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'name'] },
        }),
      ],
    },
  });
  await world.administrator().put('CENTRE#ox');
});
afterAll(() => world.stop());

const oxford = (centre = 'ox') => world.with(world.assumed('centre', { centre }));

describe('a call to the table', () => {
  it('passes when the role’s policy allows it', async () => {
    expect((await world.as('reader').get('CENTRE#ox')).Item).toMatchObject({ name: { S: 'x' } });
  });

  it('is refused in DynamoDB’s own words when no policy allows it', async () => {
    await expect(world.as('reader').put('CENTRE#ox')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:sts::000000000000:assumed-role/reader/reader is not authorized to perform: dynamodb:PutItem on resource: ${TABLE_ARN} because no identity-based policy allows the dynamodb:PutItem action`,
    });
  });

  it('is refused with a key that nobody has', async () => {
    await expect(world.as('nobody').get('CENTRE#ox')).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });

  it('needs the index that it queries, and not the table', async () => {
    const reader = world.as('timeline');
    await expect(reader.query('pk', 'CENTRE#ox', 'timeline')).resolves.toBeDefined();
    await expect(reader.query('pk', 'CENTRE#ox')).rejects.toMatchObject(denied('dynamodb:Query'));
    await expect(reader.query('accountPk', 'ACCOUNT#a1', 'account')).rejects.toMatchObject(
      denied('dynamodb:Query', `${TABLE_ARN}/index/account`),
    );
  });

  it('is judged by the index’s own partition key', async () => {
    const reader = world.as('account');
    await expect(reader.query('accountPk', 'ACCOUNT#a1', 'account')).resolves.toBeDefined();
    await expect(reader.query('accountPk', 'ACCOUNT#a2', 'account')).rejects.toThrow('not authorized');
  });

  it('can be allowed as part of a transaction only', async () => {
    const writer = world.as('transactions');
    await expect(writer.transact('CENTRE#t', {})).resolves.toBeDefined();
    await expect(writer.put('CENTRE#t')).rejects.toMatchObject(denied('dynamodb:PutItem'));
  });

  it('can be limited to some attributes', async () => {
    const reader = world.as('names');
    await expect(reader.get('CENTRE#ox', 'pk, sk')).resolves.toBeDefined();
    await expect(reader.get('CENTRE#ox', 'pk, birthDate')).rejects.toMatchObject(denied('dynamodb:GetItem'));
  });
});

describe('a session with a tag', () => {
  it.each(['CENTRE#ox', 'CENTRE#ox#PATIENT#p1'])('reaches its own partition %s', async (partition) => {
    await expect(oxford().put(partition)).resolves.toBeDefined();
    await expect(oxford().get(partition)).resolves.toBeDefined();
    await expect(oxford().query('pk', partition)).resolves.toBeDefined();
    await expect(oxford().batch(partition)).resolves.toBeDefined();
  });

  it.each(['CENTRE#oxford', 'CENTRE#bath', 'CENTRE#oxford#PATIENT#p1', 'centre#ox'])(
    'does not reach %s',
    async (partition) => {
      await expect(oxford().put(partition)).rejects.toMatchObject(denied('dynamodb:PutItem'));
      await expect(oxford().get(partition)).rejects.toMatchObject(denied('dynamodb:GetItem'));
      await expect(oxford().query('pk', partition)).rejects.toMatchObject(denied('dynamodb:Query'));
      await expect(oxford().batch('CENTRE#ox', partition)).rejects.toMatchObject(
        denied('dynamodb:BatchGetItem'),
      );
    },
  );

  it('can’t make its tag a pattern', async () => {
    await expect(oxford('*').get('CENTRE#bath')).rejects.toMatchObject(denied('dynamodb:GetItem'));
  });

  it('can’t search what has no leading key, allowed or not', async () => {
    await expect(oxford().scan()).rejects.toMatchObject(denied('dynamodb:Scan'));
    await expect(oxford().statement()).rejects.toMatchObject(denied('dynamodb:PartiQLSelect'));
  });

  it('writes nothing of a transaction of which it may not write one item', async () => {
    await expect(oxford().transact('CENTRE#ox#new', { put: 'CENTRE#bath' })).rejects.toMatchObject(
      denied('dynamodb:PutItem'),
    );
    await expect(oxford().transact('CENTRE#ox#new', { check: 'CENTRE#bath' })).rejects.toMatchObject(
      denied('dynamodb:ConditionCheckItem'),
    );
    expect((await world.administrator().get('CENTRE#ox#new')).Item).toBeUndefined();
    await oxford().transact('CENTRE#ox#new', { check: 'CENTRE#ox#other' });
    expect((await world.administrator().get('CENTRE#ox#new')).Item).toBeDefined();
  });

  it('ends with its time', async () => {
    const signer = world.assumed('centre', { centre: 'ox' });
    await expect(world.with(signer).get('CENTRE#ox')).resolves.toBeDefined();
    await expect(world.with({ ...signer, sessionToken: 'another' }).get('CENTRE#ox')).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    world.clock.nowMs += 900_000;
    await expect(world.with(signer).get('CENTRE#ox')).rejects.toMatchObject({
      name: 'ExpiredTokenException',
    });
  });
});

describe('a table encrypted with a customer’s key', () => {
  const account = { AWS: 'arn:aws:iam::000000000000:root' };
  const reader = (statements: object[]) => ({
    statements: [allow(['GetItem']), ...(statements as ReturnType<typeof allow>[])],
  });
  const decrypt = (service: string) => ({
    Effect: 'Allow',
    Action: ['kms:Decrypt'],
    Resource: ['*'],
    Condition: { StringEquals: { 'kms:ViaService': `${service}.eu-west-2.amazonaws.com` } },
  });

  it('needs the use of the key through DynamoDB, by the role’s policies and by the key’s', async () => {
    const encrypted = await startGatedTable(
      { without: reader([]), elsewhere: reader([decrypt('s3')]), with: reader([decrypt('dynamodb')]) },
      [{ Effect: 'Allow', Principal: account, Action: 'kms:*', Resource: '*' }],
    );
    await expect(encrypted.as('with').get('CENTRE#ox')).resolves.toBeDefined();
    for (const role of ['without', 'elsewhere'])
      await expect(encrypted.as(role).get('CENTRE#ox')).rejects.toMatchObject(
        denied('kms:Decrypt', encrypted.keyArn),
      );
    await encrypted.stop();
    const closed = await startGatedTable({ with: reader([decrypt('dynamodb')]) }, [
      { Effect: 'Allow', Principal: account, Action: 'kms:DescribeKey', Resource: '*' },
    ]);
    await expect(closed.as('with').get('CENTRE#ox')).rejects.toThrow(
      'because no resource-based policy allows the kms:Decrypt action',
    );
    await closed.stop();
  });
});
