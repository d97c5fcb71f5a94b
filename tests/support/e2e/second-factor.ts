import { setTimeout as wait } from 'node:timers/promises';
import { totpCode } from '../../../infra/local/cognito/totp.ts';

const STEP_MS = 30_000;
const used = new Map<string, number>();

/**
 * The next code of an authenticator. Cognito takes each once, and one step early, so two sign-ins in half a minute
 * need no waiting and a third does.
 *
 * @param secret base 32; spaces between groups don't matter
 */
export async function nextCode(secret: string): Promise<string> {
  const plain = secret.replaceAll(/\s/g, '');
  const now = Math.floor(Date.now() / STEP_MS);
  const step = Math.max(now, (used.get(plain) ?? 0) + 1);
  if (step > now + 1) await wait((step - 1) * STEP_MS - Date.now() + 500);
  used.set(plain, step);
  return totpCode(plain, step);
}
