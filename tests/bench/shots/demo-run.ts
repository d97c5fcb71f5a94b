import * as z from 'zod';
import { accountSchema } from '../../../infra/local/console/account.ts';

const status = z.object({
  addresses: z.record(z.string(), z.string()),
  accounts: z.array(accountSchema),
});

/** A run of `npm start` with its demo people. */
export interface DemoRun {
  readonly addressOf: (site: string) => string;
  /** Of the authenticator; nothing for who has none. */
  readonly secretOf: (username: string) => string | undefined;
  /** Asks the API as a page does; throws where it is refused. */
  readonly ask: (site: string, request: string, call?: Asked) => Promise<unknown>;
  /** The one who was invited and has not accepted: with an empty diary, from then on. */
  readonly newcomer: () => Promise<string>;
}
interface Asked {
  readonly token?: string;
  readonly body?: object;
}

const NEWCOMER = 'hollis.newcomer';
export const PASSWORD = 'demo-only-password';
const signedIn = z.object({ token: z.string() });

/** @param address of the diary */
export async function demoRun(address: string): Promise<DemoRun> {
  const { addresses, accounts } = status.parse(
    await (await fetch(new URL('/__local/status', address))).json(),
  );
  const addressOf = (site: string): string => new URL(addresses[site] ?? '').origin;
  const tryToAsk = (site: string, request: string, { token, body }: Asked = {}): Promise<Response> => {
    const [method = 'GET', path = ''] = request.split(' ');
    return fetch(`${addressOf(site)}${path}`, {
      method,
      headers: {
        'x-haemdiary': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
  const ask: DemoRun['ask'] = async (site, request, call) => {
    const answer = await tryToAsk(site, request, call);
    if (!answer.ok) throw new Error(`${request}: ${String(answer.status)} ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  };
  const newcomer = async (): Promise<string> => {
    const signIn = { body: { username: NEWCOMER, password: PASSWORD } };
    const known = await tryToAsk('diary', 'POST /v1/session/diary/sign-in', signIn);
    if (known.ok) return NEWCOMER;
    const { password = '', note = '' } = accounts.find(({ role }) => role === 'invited patient') ?? {};
    const [code, birthDate] = [password.replace('with code ', ''), /\d{4}-\d{2}-\d{2}/.exec(note)?.[0]];
    const account = { kind: 'new', username: NEWCOMER, password: PASSWORD };
    const accepted = { mutationId: crypto.randomUUID(), code, birthDate, account };
    await ask('diary', 'POST /v1/session/diary/accept', { body: accepted });
    const { token } = signedIn.parse(await ask('diary', 'POST /v1/session/diary/sign-in', signIn));
    const { version } = z.object({ version: z.int() }).parse(await ask('diary', 'GET /v1/statement'));
    const agreed = { mutationId: crypto.randomUUID(), version, agreed: true };
    await ask('diary', 'PUT /v1/me/statement', { token, body: agreed });
    return NEWCOMER;
  };
  const secretOf = (username: string): string | undefined =>
    accounts.find((one) => one.username === username)?.totpSecret;
  return { addressOf, secretOf, ask, newcomer };
}
