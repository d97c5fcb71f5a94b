import { signal } from '@preact/signals';

/** One moment as two clocks told it, in milliseconds since 1970. */
export interface Heard {
  readonly serverMs: number;
  readonly deviceMs: number;
}

const last = signal<Heard | undefined>(undefined);

/** When the server was heard last, and what both clocks said then: a device's clock may be wrong. */
export const heard = last;

/** Now by the server's clock, as far as one answer has told it; in milliseconds. */
export const serverNow = (): number =>
  Date.now() + (last.peek()?.serverMs ?? 0) - (last.peek()?.deviceMs ?? 0);

/** Notes the time on an answer. Whole seconds, so it is good to about two. */
export function noteTime(response: Response): void {
  const serverMs = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(serverMs)) last.value = { serverMs, deviceMs: Date.now() };
}
