import { createHash, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './root.mjs';

// Outside the repository: `npm ci` empties node_modules, and a run's --fresh empties its data folder.
const ofThisCheckout = join(
  tmpdir(),
  `haemdiary-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`,
);

const alive = (/** @type {number} */ pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and is someone else's.
    return /** @type {{ code?: string }} */ (error).code === 'EPERM';
  }
};

const unlessCode = (/** @type {string} */ expected, /** @type {() => void} */ act) => {
  try {
    act();
    return true;
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code === expected) return false;
    throw error;
  }
};

const holderOf = (/** @type {string} */ lock) => {
  let holder = '';
  unlessCode('ENOENT', () => {
    holder = readFileSync(lock, 'utf8');
  });
  return holder;
};

/** Takes the lock or returns its holder. A hard link makes the file appear with its content, or not at all. */
function take(/** @type {string} */ lock, /** @type {string} */ token) {
  const draft = `${lock}.${token}`;
  writeFileSync(draft, token);
  try {
    return unlessCode('EEXIST', () => linkSync(draft, lock)) ? undefined : holderOf(lock);
  } finally {
    rmSync(draft);
  }
}

/** Removes a dead holder's lock. Only the one process that can make the folder named after that holder may do so. */
function clear(/** @type {string} */ lock, /** @type {string} */ holder) {
  if (unlessCode('EEXIST', () => mkdirSync(`${lock}.${holder}.dead`))) rmSync(lock, { force: true });
}

/**
 * Runs `act` while no other process of this checkout is inside `withLock`; waits for it otherwise, and says so.
 * A holder that died is noticed by its process id.
 * @template T
 * @param {() => T | Promise<T>} act
 * @param {string} [lock] the file that stands for the lock
 * @returns {Promise<T>}
 */
export async function withLock(act, lock = ofThisCheckout) {
  const token = `${String(process.pid)}-${randomUUID()}`;
  for (let said = false, holder = take(lock, token); holder !== undefined; holder = take(lock, token)) {
    const pid = Number(holder.split('-')[0]);
    if (holder !== '' && !alive(pid)) clear(lock, holder);
    else if (!said && holder !== '') {
      console.log(`Waiting for another run's set-up (process ${String(pid)}) …`);
      said = true;
    }
    await wait(200);
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await act();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}
