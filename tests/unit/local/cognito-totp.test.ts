import * as fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { newTotpSecret, totpCode, totpStep } from '../../../infra/local/cognito/totp.ts';

const at = fc.integer({ min: 0, max: 4_000_000_000_000 });

describe('a code of the authenticator', () => {
  it('is the one of RFC 6238, appendix B', () => {
    // The RFC's secret is the ASCII of 12345678901234567890.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    const codes = [59, 1_111_111_109, 1_234_567_890, 2_000_000_000].map((s) =>
      totpCode(secret, Math.floor(s / 30)),
    );
    expect(codes).toEqual(['287082', '081804', '005924', '279037']);
  });

  it('is what another implementation shows, for any secret and time', () => {
    fc.assert(
      fc.property(at, (timestamp) => {
        const secret = newTotpSecret();
        const theirs = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
        expect(totpCode(secret, Math.floor(timestamp / 30_000))).toBe(theirs);
      }),
    );
  });

  it('is taken in its own step and the ones beside it, and in no other', () => {
    const secret = newTotpSecret();
    const now = 1_795_000_000_000;
    const step = Math.floor(now / 30_000);
    const taken = [-2, -1, 0, 1, 2].map((away) => totpStep(secret, totpCode(secret, step + away), now));
    expect(taken).toEqual([undefined, step - 1, step, step + 1, undefined]);
  });
});

it('a secret is 52 letters of base 32 and never the same', () => {
  const [one, other] = [newTotpSecret(), newTotpSecret()];
  expect(one).toMatch(/^[A-Z2-7]{52}$/u);
  expect(one).not.toBe(other);
});
