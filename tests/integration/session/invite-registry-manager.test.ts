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

const ASKED = ['--email', 'manager@example.org', '--reason', 'The first one, seen in person'];
const asked = (operator: string, email = 'a@example.org') => ({
  email,
  name: 'Manager',
  reason: 'The last one left',
  operator,
});

it('the command prints a code that makes a registry manager', async () => {
  const { code, said } = await command(...ASKED, '--operator', 'opal', `--local=${address}`);
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

it('from then on it takes two operators within a day, each under their own name', async () => {
  const invite = (operator: string, email?: string) =>
    inviteRegistryManager(asked(operator, email), world.context);
  const state = async (...given: Parameters<typeof invite>) => {
    const answer = await invite(...given);
    return answer.ok ? answer.value.state : answer.failure.code;
  };
  expect(await state('opal')).toBe('asked');
  expect(await state('opal')).toBe('asked');
  // Another address is another question.
  expect(await state('otto', 'b@example.org')).toBe('asked');
  world.later({ hours: 24 });
  expect(await state('otto')).toBe('asked');
  const made = await invite('opal');
  if (!made.ok || made.value.state !== 'invited') throw new Error('not invited');
  const hash = invitationHash(made.value.code);
  const pointer = await world.context.store.get(invitation, invitation.key({ hash }));
  if (pointer === undefined) throw new Error('no pointer');
  const stored = await world.context.store.get(invited, invited.key(pointer));
  // Kept without its code, for a fortnight.
  expect(stored).toMatchObject({
    for: { kind: 'registry', job: 'manager' },
    email: 'a@example.org',
    endsAt: world.context
      .now()
      .add({ hours: 14 * 24 })
      .toString({ smallestUnit: 'second' }),
    misses: 0,
  });
  expect(JSON.stringify(stored)).not.toContain(made.value.code);
  const noted = await world.auditActions({ of: 'registry' });
  expect(noted.filter((action) => action === 'ask-registry-manager')).toHaveLength(3);
  // What two have said is used up.
  expect(await state('otto')).toBe('asked');
});

it('the command says what it needs', async () => {
  const [nobody, nowhere, misspelt, away] = await Promise.all([
    command(),
    command(...ASKED),
    command(...ASKED, '--loc'),
    command(...ASKED, '--operator', 'opal', '--local=http://127.0.0.1:9'),
  ]);
  expect(nobody).toMatchObject({ code: 1 });
  expect(nobody.said).toContain('--email takes an e-mail address.');
  expect(nowhere.said).toContain('Name the table, or use --local.');
  expect(misspelt.code).toBe(1);
  expect(away.code).toBe(1);
  expect(away.said).toContain('Nothing answers at http://127.0.0.1:9');
});
