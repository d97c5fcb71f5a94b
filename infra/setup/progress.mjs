import { spawn } from 'node:child_process';
import { root } from './root.mjs';

const seconds = (/** @type {number} */ since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

/**
 * Runs one slow step: says what it does, that it is still at it every ten seconds, and how long it took. The step's
 * own output is shown only when it fails.
 * @param {string} what in the present, e.g. 'Installing dependencies'
 * @param {string} file
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<void>} rejects with the end of the step's output when it fails
 */
export function step(what, file, args, env = process.env) {
  const began = Date.now();
  console.log(`${what} …`);
  const ticking = setInterval(() => console.log(`  still at it after ${seconds(began)}`), 10_000);
  let output = '';
  return new Promise((done, failed) => {
    const child = spawn(file, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: file.endsWith('.cmd'),
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output = (output + text).slice(-4000);
      });
    }
    const end = (/** @type {string | undefined} */ problem) => {
      clearInterval(ticking);
      if (problem) failed(new Error(`${what} failed after ${seconds(began)}: ${problem}\n${output.trim()}`));
      else done(console.log(`  done in ${seconds(began)}`));
    };
    child.on('error', (error) => end(error.message));
    child.on('close', (code) => end(code === 0 ? undefined : `${file} ended with ${String(code)}`));
  });
}

/**
 * Runs npm with the npm that started this process, else the one on the PATH.
 * @param {string} what
 * @param {string[]} args
 */
export function npmStep(what, args) {
  const own = process.env['npm_execpath'] ?? '';
  const quiet = [...args, '--loglevel=error', '--no-audit', '--no-fund', '--no-progress'];
  if (/npm-cli\.c?js$/.test(own)) return step(what, process.execPath, [own, ...quiet]);
  return step(what, process.platform === 'win32' ? 'npm.cmd' : 'npm', quiet);
}
