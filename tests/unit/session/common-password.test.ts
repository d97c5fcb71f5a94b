import { describe, expect, it } from 'vitest';
import { isCommonPassword } from '#usecases/session/common-password.ts';

describe('a password that is tried first', () => {
  it.each([
    'password1234',
    'Password123!',
    'P@ssw0rd2026!',
    'passwordpassword',
    '123456789012',
    '012345678901',
    'aaaaaaaaaaaa',
    'abababababab',
    'qwertyuiop12',
    'Qwerty123456',
    '1q2w3e4r5t6y',
    '1qaz2wsx3edc',
    'zxcvbnm12345',
    'poiuytrewq12',
    'iloveyou1234',
    'letmein12345',
    'welcome-2026!',
    'sunshine2026',
    'liverpool1892!',
    'football1234',
    'manchesterunited',
    'michaeljordan23',
    'Haemdiary2026',
    'haemophilia12',
    'my-haemdiary-1',
    'robin.fenwick1',
    'kciwnef.nibor1',
  ])('is refused: %s', (password) => {
    expect(isCommonPassword(password, 'robin.fenwick')).toBe(true);
  });

  it.each([
    'four green umbrellas',
    'seven quiet lanterns',
    'a quite different phrase',
    'correct horse battery staple',
    'vT9#kq2!LmzX',
    'Kühlschrank im Garten',
    'الحديقة الخضراء الكبيرة',
    '我家的花園裡有三隻很大的貓在睡覺',
  ])('is not %s', (password) => {
    expect(isCommonPassword(password, 'robin')).toBe(false);
  });
});
