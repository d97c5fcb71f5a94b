import { describe, expect, it } from 'vitest';
import { readVisitor } from '../../../functions/middleware/read-visitor.ts';
import { apiEvent } from '../../support/api-event.ts';

const DEVICE = 'a'.repeat(32);
const visitor = (cookies: readonly string[], headers: Readonly<Record<string, string>> = {}) =>
  readVisitor({
    ...apiEvent({ routeKey: 'POST /v1/session/{audience}/sign-in', headers }),
    pathParameters: { audience: 'diary' },
    cookies: [...cookies],
  });

describe('whoever has no token', () => {
  it('is counted by the address that the edge wrote down', () => {
    expect(visitor([], { 'x-viewer-ip': '198.51.100.7' }).address).toBe('198.51.100.7');
    expect(visitor([], { 'x-viewer-ip': '198.51.100.7', 'x-forwarded-for': '203.0.113.9' }).address).toBe(
      '198.51.100.7',
    );
  });

  it('has the cookies of the site that was asked, and of no other', () => {
    const { cookie, device } = visitor([
      '__Host-haemdiary-centre=theirs',
      `__Host-haemdiary-centre-device=${'b'.repeat(32)}`,
      ' __Host-haemdiary-diary=mine',
      `__Host-haemdiary-diary-device=${DEVICE}`,
    ]);
    expect({ cookie, device }).toEqual({ cookie: 'mine', device: DEVICE });
  });

  it.each(['', 'short', `${DEVICE}a`, `${'a'.repeat(31)}#`, `${'a'.repeat(31)}\u{E9}`])(
    'has no device that we could not have given out: %j',
    (device) => {
      expect(visitor([`__Host-haemdiary-diary-device=${device}`]).device).toBeUndefined();
    },
  );

  it('is not taken for the owner of a cookie whose name only ends alike', () => {
    expect(visitor(['x__Host-haemdiary-diary=planted', 'haemdiary-diary=planted']).cookie).toBeUndefined();
  });
});
