import { proved } from '#contracts/session.ts';
import { addressOf, newId } from '../e2e/call-api.ts';
import { awaitMails, mailedInvitation, type ReceivedMail } from '../e2e/mailbox.ts';
import type { Person } from '../e2e/people.ts';
import type { Walk } from './journey.ts';

/** Asks on the session of a device, which is known by its cookie. */
const post = async (path: string, cookie: string, body: object): Promise<Response> => {
  const answer = await fetch(`${addressOf('diary')}/v1/session/diary/${path}`, {
    method: 'POST',
    headers: { 'x-haemdiary': '1', 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
  return answer;
};

/**
 * Changes where somebody's mails go, and their password, as a device does: the routes of a session take no token, so that
 * the walk over the routes is refused there.
 *
 * @param old where their mails go until then; their invitation came there
 * @returns what both addresses were sent
 */
export const changeAddressAndPassword = async (
  walk: Walk,
  { username, password }: Person,
  old: string,
): Promise<readonly ReceivedMail[]> => {
  const email = `marked-${newId().slice(0, 8)}@example.org`;
  const next = `Zq${newId().slice(0, 8)} four umbrellas`;
  const signedIn = await post('sign-in', '', { username, password });
  const cookies = signedIn.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  const cookie = cookies.join('; ');
  const { proof } = proved.parse(await (await post('proof', cookie, { password })).json());
  walk.marks.push(
    { field: 'the address before', value: old },
    { field: 'the address after', value: email },
    { field: 'the password after', value: next },
    { field: 'the proof of a password', value: proof },
    ...cookies.map((one) => ({ field: 'a cookie', value: one.slice(one.indexOf('=') + 1) })),
  );
  await post('address-change', cookie, { mutationId: newId(), proof, email });
  await post('address-confirm', cookie, { mutationId: newId(), code: await mailedInvitation(email) });
  await post('password', cookie, { current: password, password: next });
  const [toOld, toNew] = await Promise.all([awaitMails(old, 2), awaitMails(email, 3)]);
  return [...toOld, ...toNew];
};
