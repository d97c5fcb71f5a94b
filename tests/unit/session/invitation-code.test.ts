import { expect, it } from 'vitest';
import { invitationCode } from '#contracts/session.ts';
import {
  accountOfInvitation,
  birthDateHash,
  invitationHash,
  newInvitationCode,
  shownInvitationCode,
} from '#usecases/session/invitation-code.ts';
import { id } from '#contracts/text.ts';

it('a code is shown in three groups of four letters that nobody misreads, and read however it is typed', () => {
  for (let place = 0; place < 200; place += 1) {
    const code = newInvitationCode();
    const shown = shownInvitationCode(code);
    expect(shown).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(invitationCode.parse(` ${shown.toLowerCase()} `)).toBe(code);
  }
});

it('two codes are not the same', () => {
  expect(new Set(Array.from({ length: 1000 }, newInvitationCode)).size).toBe(1000);
});

it('the hash is the same with and without hyphens, and tells nothing of the code', () => {
  const code = 'ABCD1234EFGH';
  expect(invitationHash('ABCD-1234-EFGH')).toBe(invitationHash(code));
  expect(invitationHash(code)).toMatch(/^[0-9a-f]{64}$/);
});

it('a birth date is hashed with the code, so that equal dates look different', () => {
  const [one, other] = ['ABCD1234EFGH', 'ABCD1234EFGJ'].map((code) => birthDateHash(code, '2014-03-09'));
  expect(one).not.toBe(other);
  expect(birthDateHash('ABCD-1234-EFGH', '2014-03-09')).toBe(one);
  expect(birthDateHash('ABCD1234EFGH', '2014-03-10')).not.toBe(one);
});

it('an invitation always makes the same account', () => {
  const account = accountOfInvitation('0192f0c1-0000-7000-8000-000000000000');
  expect(id.parse(account)).toBe(account);
  expect(accountOfInvitation('0192f0c1-0000-7000-8000-000000000000')).toBe(account);
  expect(accountOfInvitation('0192f0c1-0000-7000-8000-000000000001')).not.toBe(account);
});
