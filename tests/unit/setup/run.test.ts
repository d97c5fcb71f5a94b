import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { commands } from '../../../infra/setup/commands.mjs';
import { root } from '../../../infra/setup/root.mjs';

const run = join(root, 'infra/setup/run.mjs');

/** The code of the error that `act` throws, or undefined. */
function attempt(act: () => void): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return z.object({ code: z.string() }).parse(error).code;
  }
}

describe('the one entry of every command', () => {
  it('lists the commands when asked for one that does not exist, and fails', () => {
    const { status, stderr } = spawnSync(process.execPath, [run, 'nonsense'], { encoding: 'utf8' });
    expect(status).toBe(1);
    for (const { name } of commands) expect(stderr).toContain(`  ${name} `);
  });

  it('works from another folder and hands on flags and the exit code', () => {
    const asked = [run, 'check', 'no-such-check'];
    const { status, stdout } = spawnSync(process.execPath, asked, { cwd: tmpdir(), encoding: 'utf8' });
    expect(stdout).toContain('There is no such check.');
    expect(stdout, 'what is there is not installed again').not.toContain('Installing');
    expect(status).toBe(1);
  });

  it('ends what it started when it is told to stop', async () => {
    // In its own process group, so that whoever is left of it can be asked for.
    const child = spawn(process.execPath, [run, 'check', 'types'], { detached: true, stdio: 'ignore' });
    await wait(1500);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
    const group = () => process.kill(-(child.pid ?? 0), 0);
    await expect.poll(() => attempt(group), { timeout: 5000 }).toBe('ESRCH');
  });

  it('asks for a browser only when browser tests will run', () => {
    const test = commands.find(({ name }) => name === 'test');
    expect(test?.browser(['unit'])).toBe(false);
    expect(test?.browser(['e2e'])).toBe(true);
    expect(test?.browser([])).toBe(true);
    expect(test?.browser(['-t', 'a carer'])).toBe(true);
  });

  it('has a script in package.json for every command, and every script is one', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    expect(Object.values(scripts).sort()).toEqual(
      commands.map(({ name }) => `node infra/setup/run.mjs ${name}`).sort(),
    );
  });
});
