import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { withLock } from '../../../infra/setup/lock.mjs';

const lockFile = () => join(mkdtempSync(join(tmpdir(), 'haemdiary-lock-')), 'lock');

describe('the set-up lock', () => {
  it('lets one in at a time', async () => {
    const lock = lockFile();
    let inside = 0;
    let most = 0;
    const enter = () =>
      withLock(async () => {
        most = Math.max(most, ++inside);
        await wait(20);
        inside--;
      }, lock);
    await Promise.all([enter(), enter(), enter()]);
    expect(most).toBe(1);
    expect(existsSync(lock)).toBe(false);
  });

  it('is free again after a failure inside it', async () => {
    const lock = lockFile();
    const failing = withLock(() => Promise.reject(new Error('no network')), lock);
    await expect(failing).rejects.toThrow('no network');
    expect(await withLock(() => 'in', lock)).toBe('in');
  });

  it('is taken over from a process that died in it', async () => {
    const lock = lockFile();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(lock, `${pid}-0`);
    expect(await withLock(() => 'in', lock)).toBe('in');
  });

  it('keeps the second out while the first lives', async () => {
    const lock = lockFile();
    writeFileSync(lock, `${process.pid}-0`);
    const second = withLock(() => 'in', lock);
    expect(await Promise.race([second, wait(600, 'waiting')])).toBe('waiting');
    rmSync(lock);
    expect(await second).toBe('in');
  });
});
