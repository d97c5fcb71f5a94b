import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { invitation, invited } from '#table/entities/system.ts';
import { invitationHash } from '#usecases/session/invitation-code.ts';
import { inviteRegistryManager } from '#usecases/session/invite-registry-manager.ts';
import { PASSWORD } from '../../support/local-cognito.ts';
import { startSessionWorld, type SessionWorld } from '../../support/session-world.ts';

const run = promisify(execFile);
let world: SessionWorld;
let status: Server;
let address: string;

beforeAll(async () => {
  world = await startSessionWorld();
  // What the console of a local run answers, as far as the command reads it.
  status = createServer((_request, response) => {
    response.end(
      JSON.stringify({
        endpoints: { dynamodb: world.table.endpoint },
        outputs: { 'HaemdiaryData.TableName': world.table.tableName },
        addresses: { registry: 'http://localhost:8082' },
      }),
    );
  });
  await new Promise<void>((resolve) => status.listen(0, '127.0.0.1', resolve));
  const at = status.address();
  address = `http://127.0.0.1:${typeof at === 'object' && at !== null ? String(at.port) : ''}`;
});
afterAll(async () => {
  status.close();
  await world.stop();
});

const command = (...flags: string[]) =>
  run(process.execPath, ['infra/admin/invite-registry-manager.ts', ...flags]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: unknown) => {
      if (typeof error !== 'object' || error === null || !('code' in error) || !('stderr' in error))
        throw error;
      return { code: Number(error.code), said: String(error.stderr) };
    },
  );

it('the command prints a code that makes a registry manager', async () => {
  const { code, said } = await command('--email', 'manager@example.org', `--local=${address}`);
  expect(code).toBe(0);
  const shown = /\/accept#((?:[0-9A-Z]{4}-){2}[0-9A-Z]{4})/.exec(said)?.[1] ?? '';
  // The command's clock is this machine's, the world's is not: only the end of the invitation depends on it.
  const accepted = await world.call('accept-invitation', 'registry', {
    body: {
      mutationId: 'first',
      code: shown,
      displayName: 'Kit Example',
      account: { kind: 'new', username: 'kit', password: PASSWORD },
    },
  });
  expect(accepted.status).toBe(200);
  expect((await world.context.accounts.find('registry', 'kit'))?.email).toBe('manager@example.org');
  expect(await world.auditActions({ of: 'registry' })).toContain('invite-registry-manager');
});

it('an invitation is kept without its code, for a fortnight', async () => {
  const made = await inviteRegistryManager({ email: 'a@example.org', name: 'Manager' }, world.context);
  if (!made.ok) throw new Error('not invited');
  expect(made.value.expiresAt).toBe('2026-12-06T09:00:00Z');
  const hash = invitationHash(made.value.code);
  const pointer = await world.context.store.get(invitation, invitation.key({ hash }));
  if (pointer === undefined) throw new Error('no pointer');
  const stored = await world.context.store.get(invited, invited.key(pointer));
  expect(stored).toMatchObject({
    for: { kind: 'registry', job: 'manager' },
    email: 'a@example.org',
    misses: 0,
  });
  expect(JSON.stringify(stored)).not.toContain(made.value.code);
});

it('the command says what it needs', async () => {
  const [nobody, nowhere, misspelt, away] = await Promise.all([
    command(),
    command('--email', 'a@example.org'),
    command('--email', 'a@example.org', '--loc'),
    command('--email', 'a@example.org', '--local=http://127.0.0.1:9'),
  ]);
  expect(nobody).toMatchObject({ code: 1 });
  expect(nobody.said).toContain('--email takes an e-mail address.');
  expect(nowhere.said).toContain('Name the table, or use --local.');
  expect(misspelt.code).toBe(1);
  expect(away.code).toBe(1);
  expect(away.said).toContain('Nothing answers at http://127.0.0.1:9');
});
