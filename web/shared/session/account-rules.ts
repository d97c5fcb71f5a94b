/**
 * The rules of contracts/session.ts that a person can be told before sending: the API decides, this only spares
 * a round trip. Each answers a reason code, or `undefined` where nothing is wrong.
 */
export const usernameProblem = (username: string): string | undefined => {
  if (username === '') return 'empty';
  return /^[a-z0-9](?:[a-z0-9._-]{1,30})[a-z0-9]$/i.test(username) ? undefined : 'not-a-username';
};

export const passwordProblem = (password: string): string | undefined => {
  if (password.length < 12) return 'too-short';
  return password.length > 128 ? 'too-long' : undefined;
};

/** The code as it is sent: upper case, without the spaces and hyphens that help reading. */
export const plainCode = (typed: string): string => typed.toUpperCase().replaceAll(/[\s-]/g, '');

export const codeProblem = (typed: string): string | undefined => {
  const code = plainCode(typed);
  if (code === '') return 'empty';
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code) ? undefined : 'not-a-code';
};
