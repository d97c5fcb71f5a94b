import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function stop(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal);
  // They are told; now end as if this process had not listened.
  for (const each of signals) process.removeAllListeners(each);
  process.kill(process.pid, signal);
}

/** Ties a child to this process: whoever stops this one stops that one too. */
export function stopWith(child: ChildProcess): void {
  if (running.size === 0) for (const signal of signals) process.once(signal, stop);
  running.add(child);
  child.once('close', () => {
    running.delete(child);
    if (running.size === 0) for (const signal of signals) process.removeListener(signal, stop);
  });
}
