import { it, expect, vi } from 'vitest';
import * as z from 'zod';
import { addressOf, callApi } from '../support/e2e/call-api.ts';
import { sharedRun } from '../support/e2e/shared-run.ts';
import { runCommand } from '../support/run-command.ts';

const signedIn = z.object({ token: z.string() });
const me = z.object({ diaries: z.array(z.object({ centre: z.string(), patient: z.string() })).min(1) });
const local = () => `--local=${addressOf('diary')}`;

it('a view reaches the write-once archive by itself, and the audit is as it was written', async () => {
  const person = sharedRun().accounts.find(({ site, role }) => site === 'diary' && role === 'patient');
  const { username, password } = person ?? { username: '', password: '' };
  const { token } = signedIn.parse(
    await callApi('diary', 'POST /v1/session/diary/sign-in', { body: { username, password } }),
  );
  const [diary] = me.parse(await callApi('diary', 'GET /v1/me', { token })).diaries;
  const { centre, patient } = diary ?? { centre: '', patient: '' };
  const owner = `--owner=diary/${centre}/${patient}`;
  const heads = async () =>
    (await runCommand('infra/admin/audit-verify.ts', [owner, '--heads', local()])).said;
  const before = await heads();
  await callApi('diary', `GET /v1/diaries/${centre}/${patient}?month=2026-01`, { token });
  await vi.waitFor(
    async () => {
      const now = await heads();
      expect(now.split('\n')[0]).not.toBe(before.split('\n')[0]);
      expect(now).toContain('Not archived yet: 0.');
    },
    { timeout: 60_000, interval: 500 },
  );
  const who = await runCommand('infra/admin/audit-who.ts', [
    `--centre=${centre}`,
    `--patient=${patient}`,
    `--from=${new Date(Date.now() - 600_000).toISOString()}`,
    `--to=${new Date(Date.now() + 600_000).toISOString()}`,
    local(),
  ]);
  expect(who.said).toMatch(/ saw {2,}view-month +2026-01 /);
  const { code, said } = await runCommand('infra/admin/audit-verify.ts', ['--all', local()]);
  expect([code, said]).toEqual([0, expect.stringContaining('Nothing to find.') as string]);
});
