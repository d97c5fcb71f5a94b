import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createJwtAuthoriser } from '../../../infra/local/http-api/jwt-authoriser.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const NOW = 1_800_000_000;
const ISSUER = 'http://localhost:1/pool';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const good = { iss: ISSUER, aud: 'client', exp: NOW + 60, iat: NOW - 1, account: 'a1' };

function token(claims: object, options: { key?: typeof pair; alg?: string; kid?: string } = {}): string {
  const { key = pair, alg = 'RS256', kid = 'k1' } = options;
  const signed = `${part({ alg, kid })}.${part(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key.privateKey).toString('base64url')}`;
}

const jwk = { kid: 'k1', ...pair.publicKey.export({ format: 'jwk' }) };
const authorise = createJwtAuthoriser(
  {
    issuer: 'https://cognito-idp.eu-west-2.amazonaws.com/pool',
    audiences: ['client'],
    header: 'authorization',
  },
  { issuerOf: () => ISSUER, fetchKeys: () => Promise.resolve({ keys: [jwk] }) },
);
const ask = (header: string | undefined, scopes: string[] = []) => authorise(header, scopes, NOW * 1000);

describe('the JWT authoriser', () => {
  it('hands claims on as text, lists in brackets', async () => {
    const answer = await ask(`Bearer ${token({ ...good, list: ['a', 'b'], yes: true, map: { k: 'v' } })}`);
    expect(answer).toMatchObject({
      ok: true,
      claims: { account: 'a1', exp: String(NOW + 60), list: '[a b]', yes: 'true', map: 'map[k:v]' },
    });
  });

  it('takes a token without the word Bearer', async () => {
    expect(await ask(token(good))).toMatchObject({ ok: true });
  });

  it.each([
    ['no token', undefined],
    ['an empty header', ''],
    ['no token at all', 'Bearer nonsense'],
    ['an expired token', token({ ...good, exp: NOW })],
    ['a token from the future', token({ ...good, iat: NOW + 60 })],
    ['a token not valid yet', token({ ...good, nbf: NOW + 60 })],
    ['a token of another pool', token({ ...good, iss: 'http://localhost:1/other' })],
    ['a token of another client', token({ ...good, aud: 'someone' })],
    ['a token without times', token({ iss: ISSUER, aud: 'client' })],
    ['a token signed by another key', token(good, { key: other })],
    ['a token with an unknown key', token(good, { kid: 'k2' })],
    ['a token that asks for no signature', `${part({ alg: 'none', kid: 'k1' })}.${part(good)}.`],
    [
      'a token with changed claims',
      token(good).replace(/\.[^.]+\./, `.${part({ ...good, account: 'a2' })}.`),
    ],
  ])('refuses %s with 401', async (_name, header) => {
    expect(await ask(header)).toMatchObject({ ok: false, status: 401 });
  });

  it('looks at client_id where a token has no audience', async () => {
    const { aud: client_id, ...rest } = good;
    expect(await ask(token({ ...rest, client_id }))).toMatchObject({ ok: true });
  });

  it('refuses a token without the scope a route asks for with 403', async () => {
    expect(await ask(token({ ...good, scope: 'read' }), ['write'])).toMatchObject({ ok: false, status: 403 });
    expect(await ask(token({ ...good, scope: 'read write' }), ['write'])).toMatchObject({ ok: true });
  });
});
