import { afterAll, beforeAll, expect, it } from 'vitest';
import { invitation, invited } from '#table/entities/sign-in.ts';
import { invitationHash } from '#usecases/session/invitation-code.ts';
import { inviteRegistryManager } from '#usecases/session/invite-registry-manager.ts';
import { startConsole, type ConsoleOf } from '../../support/console-of.ts';
import { PASSWORD } from '../../support/local-cognito.ts';
import { runCommand } from '../../support/run-command.ts';
import { startSessionWorld, type SessionWorld } from '../../support/session-world.ts';

let world: SessionWorld;
let console_: ConsoleOf;
let address: string;

beforeAll(async () => {
  world = await startSessionWorld();
  console_ = await startConsole(world.table, { endpoint: 'http://127.0.0.1:9', bucket: 'archive' });
  address = console_.address;
});
afterAll(async () => {
  console_.stop();
  await world.stop();
});

const command = (...flags: string[]) => runCommand('infra/admin/invite-registry-manager.ts', flags);

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
