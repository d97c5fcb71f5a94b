import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGuardedObjects } from '../../support/iam/guarded-objects.ts';

const OWN = 'arn:aws:s3:::exports/centre/*';
const denied = (action: string) => ({
  name: 'AccessDenied',
  message: expect.stringMatching(
    new RegExp(`assumed-role/files/files is not authorized to perform: ${action} `),
  ) as string,
});

let world: Awaited<ReturnType<typeof startGuardedObjects>>;
beforeAll(async () => {
  world = await startGuardedObjects(
    [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: [OWN] }],
    [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::exports/centre/locked/*' }],
  );
});
afterAll(() => world.stop());

describe('an object', () => {
  it('is written and read where the role’s policy allows it, and nowhere else', async () => {
    await expect(world.put('centre/a')).resolves.toBeDefined();
    await expect(world.get('centre/a')).resolves.toBeDefined();
    await expect(world.put('centreb/a')).rejects.toMatchObject(denied('s3:PutObject'));
    await expect(world.get('centre')).rejects.toMatchObject(denied('s3:GetObject'));
  });

  it('is closed by the bucket’s policy, whatever the role’s own says', async () => {
    await expect(world.put('centre/locked/a')).rejects.toMatchObject({
      message: expect.stringContaining('with an explicit deny in a resource-based policy') as string,
    });
  });

  it('needs a permission more to be kept for a time', async () => {
    const retention = {
      ObjectLockMode: 'COMPLIANCE',
      ObjectLockRetainUntilDate: new Date('2036-01-01'),
    } as const;
    await expect(world.put('centre/kept', retention)).rejects.toMatchObject(denied('s3:PutObjectRetention'));
  });

  it('opens by a signed link for as long as the signer may read it', async () => {
    await world.put('centre/linked');
    const link = await world.link('centre/linked');
    expect((await fetch(link)).status).toBe(200);
    expect((await fetch(link.split('?')[0] ?? '')).status).toBe(403);
    world.forbid();
    const refused = await fetch(link);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('<Code>AccessDenied</Code>');
  });
});
