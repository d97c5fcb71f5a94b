// The one entry of every npm script: makes this machine ready, then hands over to the pinned Node.
// Plain JavaScript without dependencies, because it runs on whatever Node ≥ 20 the machine has, before anything
// is installed.
import { spawn } from 'node:child_process';
import { commands } from './commands.mjs';
import { root } from './root.mjs';

const [command, ...flags] = process.argv.slice(2);

function fail(/** @type {string} */ message) {
  console.error(`\n${message}`);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `Haemdiary needs Node 20 or newer to begin (it then installs its own Node 24). This is ${process.version}.`,
  );
}
const chosen = commands.find(({ name }) => name === command);
if (!chosen) {
  const list = commands.map(({ name, what }) => `  ${name.padEnd(23)} ${what}`).join('\n');
  fail(`Usage: node infra/setup/run.mjs <command> [flags]\n${list}`);
} else {
  await run(chosen).catch((error) => fail(error instanceof Error ? error.message : String(error)));
}

/** Prepares the machine for one command and runs it; this process ends with the command's own exit code. */
async function run(/** @type {(typeof commands)[number]} */ { program, browser }) {
  // Loaded late, so that an old Node gets the message above and not a syntax error from a newer module.
  const { ensureDependencies } = await import('./dependencies.mjs');
  const { ensurePinnedNode } = await import('./pinned-node.mjs');
  const { withLock } = await import('./lock.mjs');
  const { environment } = await import('./environment.mjs');
  const node = await withLock(async () => {
    await ensureDependencies();
    return ensurePinnedNode();
  });
  const env = environment(node);
  if (browser(flags)) {
    const { ensureBrowser } = await import('./browser.mjs');
    env['CHROME_PATH'] = await withLock(() => ensureBrowser(node));
  }
  const child = spawn(node, [...program.split(' '), ...flags], { cwd: root, env, stdio: 'inherit' });
  // A terminal's Ctrl-C reaches the child by itself; a signal sent to this process alone must be handed on.
  // Either way this process stays until the child has cleaned up.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => fail(`${program} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    }
    process.exitCode = code ?? 1;
  });
}
