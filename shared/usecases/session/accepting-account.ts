import type { Audience } from '#contracts/route.ts';
import type { AcceptBody } from '#contracts/session.ts';
import { invited } from '#table/entities/sign-in.ts';
import { inScopeOf } from '../in-scope.ts';
import type { SignInStep } from '../ports/accounts.ts';
import { fail, invalid, ok, type Result } from '../result.ts';
import { isCommonPassword } from './common-password.ts';
import { countTry, forgetGuessing, GUARDS } from './guard-guessing.ts';
import { accountOfInvitation } from './invitation-code.ts';
import type { Invitation } from './open-invitation.ts';
import type { SessionContext } from './session-context.ts';
import { useCodeOnce } from './use-code-once.ts';
import { asUsername } from './username.ts';
import type { Visitor } from './visitor.ts';

/** The account that accepts: made now, or proved to be the person's own. */
export interface AcceptingAccount {
  readonly account: string;
  readonly username: string;
  readonly email?: string;
}
/** Which site the invitation is accepted on, and from where. */
export interface From {
  readonly audience: Audience;
  readonly visitor: Visitor;
}
type Chosen<K extends AcceptBody['account']['kind']> = Extract<AcceptBody['account'], { kind: K }>;

/** Checks what can be checked before anything is made. */
export const planAccount = (chosen: AcceptBody['account']): Result<string> => {
  const username = asUsername(chosen.username);
  if (username !== undefined) {
    const isCommon = chosen.kind === 'new' && isCommonPassword(chosen.password, username);
    return isCommon ? invalid('/account/password', 'too-common') : ok(username);
  }
  return chosen.kind === 'new' ? invalid('/account/username', 'not-a-username') : fail('not-accepted');
};

/** Two acceptances at once, or a second try under another name, must not make two logins for one account. */
const reserve = async (
  context: SessionContext,
  found: Invitation,
  username: string,
): Promise<Result<undefined>> => {
  const outcome = await inScopeOf(context, found.owner).store.transact([
    {
      act: 'update',
      label: 'reserve',
      key: invited.key(found),
      set: { reservedFor: username },
      when: [
        { path: 'usedBy', is: 'absent' },
        {
          any: [
            { path: 'reservedFor', is: 'absent' },
            { path: 'reservedFor', is: '=', to: username },
          ],
        },
      ],
    },
  ]);
  return outcome.done ? ok(undefined) : fail('not-now');
};

/** The name was taken or the password too weak: nothing was made that could sign in, so another name may be tried. */
const release = async (context: SessionContext, found: Invitation, username: string): Promise<void> => {
  await inScopeOf(context, found.owner).store.transact([
    {
      act: 'update',
      label: 'release',
      key: invited.key(found),
      remove: ['reservedFor'],
      when: [
        { path: 'usedBy', is: 'absent' },
        { path: 'reservedFor', is: '=', to: username },
      ],
    },
  ]);
};

const makeNew = async (
  context: SessionContext,
  audience: Audience,
  found: Invitation,
  { username, password }: Chosen<'new'>,
): Promise<Result<AcceptingAccount>> => {
  const account = accountOfInvitation(found.invitation);
  const email = found.email === undefined ? {} : { email: found.email };
  const reserved = await reserve(context, found, username);
  if (!reserved.ok) return reserved;
  const made = await context.accounts.create(audience, { account, username, password, ...email });
  if (made.ok) return ok({ account, username, ...email });
  await release(context, found, username);
  const { fields } = made.failure;
  return fields === undefined
    ? made
    : fail('invalid', { fields: fields.map(({ reason }) => ({ pointer: '/account/password', reason })) });
};

/** The account behind a password, or behind password and second factor; the tokens that prove it are ended at once. */
const proved = async (
  context: SessionContext,
  audience: Audience,
  step: SignInStep,
  { username, secondFactor }: { readonly username: string; readonly secondFactor: string | undefined },
): Promise<Result<string>> => {
  switch (step.step) {
    case 'signed-in':
      await context.accounts.revoke(audience, step.tokens.refreshToken);
      return ok(step.tokens.account);
    // Left another centre: the account is theirs all the same.
    case 'no-place':
      return ok(step.account);
    case 'second-factor': {
      if (secondFactor === undefined) return invalid('/account/secondFactor', 'missing');
      const given = { username, challenge: step.challenge, code: secondFactor };
      const next = await context.accounts.answerSecondFactor(audience, given);
      if (!next.ok) return next;
      if (next.value.step === 'second-factor') return fail('not-accepted');
      const account = await proved(context, audience, next.value, { username, secondFactor });
      if (!account.ok) return account;
      const once = await useCodeOnce(context, { audience, account: account.value, code: secondFactor });
      return once.ok ? account : once;
    }
    // Never signed in yet, so there is no second factor to ask for.
    case 'set-up': {
      const found = await context.accounts.find(audience, username);
      return found === undefined ? fail('not-accepted') : ok(found.account);
    }
  }
};

const proveExisting = async (
  context: SessionContext,
  { audience, visitor }: From,
  { username, password, secondFactor }: Chosen<'existing'>,
): Promise<Result<AcceptingAccount>> => {
  const guessing = { audience, username, visitor };
  const allowed = await countTry(context, GUARDS.signIn, guessing);
  if (!allowed.ok) return allowed;
  const step = await context.accounts.signIn(audience, { username, password });
  if (!step.ok) return step;
  const account = await proved(context, audience, step.value, { username, secondFactor });
  if (!account.ok) return account;
  await forgetGuessing(context, GUARDS.signIn, guessing);
  const found = await context.accounts.find(audience, username);
  const email = found?.email === undefined ? {} : { email: found.email };
  return ok({ account: account.value, username, ...email });
};

/** Makes the new account, or has the existing one prove itself as it would sign in. */
export const acceptingAccount = (
  context: SessionContext,
  from: From,
  found: Invitation,
  chosen: AcceptBody['account'],
): Promise<Result<AcceptingAccount>> =>
  chosen.kind === 'new'
    ? makeNew(context, from.audience, found, chosen)
    : proveExisting(context, from, chosen);
