import type { Audience } from '#contracts/route.ts';
import { link } from '#table/entities/diary.ts';
import { resetCode } from '#table/entities/sign-in.ts';
import { linkedTo } from '#table/patterns.ts';
import { fail, type Result } from '../result.ts';
import { resetHash } from './invitation-code.ts';
import type { SessionContext } from './session-context.ts';

interface CentreCode {
  readonly audience: Audience;
  readonly username: string;
  readonly code: string;
  readonly password: string;
}

/** A centre's code is longer than the six digits of a mail. */
export const isCentreCode = (code: string): boolean => code.length > 6;

/** Uses the code up, if it stands in this diary and the account may still be helped by its centre. */
const useIn = async (
  context: SessionContext,
  ids: { readonly centre: string; readonly patient: string; readonly account: string },
  { username, code }: CentreCode,
): Promise<boolean> => {
  const { centre, patient } = ids;
  const outcome = await context.within({ of: 'diary', centre, patient }).transact([
    {
      act: 'remove',
      label: 'reset-code',
      key: resetCode.key(ids),
      when: [
        { path: 'hash', is: '=', to: resetHash(code) },
        { path: 'username', is: '=', to: username },
        { path: 'endsAt', is: '>', to: context.now().toString({ smallestUnit: 'second' }) },
      ],
    },
    {
      act: 'check',
      label: 'link',
      key: link.key(ids),
      when: [
        { path: 'endedAt', is: 'absent' },
        { path: 'confirmed', is: '=', to: true },
      ],
    },
  ]);
  return outcome.done;
};

/**
 * Sets a new password with a code from the centre. Codes stand in the diaries that the account is linked to, so a
 * centre can make none for anybody else. The code is used up first: of two who hold it only one gets in, and after a
 * fault a new one is made. Where the account has diaries at two centres, neither centre's code is enough.
 */
export const useCentreCode = async (
  context: SessionContext,
  given: CentreCode,
): Promise<Result<undefined>> => {
  const { audience, username, password } = given;
  const account = (await context.accounts.find(audience, username))?.account;
  if (audience !== 'diary' || account === undefined) return fail('not-accepted');
  const linked = await context.within({ of: 'account', account }).queryAll(linkedTo(account));
  const centres = new Set(linked.map((one) => (one.type === 'link' ? one.item.centre : undefined)));
  // A password opens the whole account: no centre may open what another answers for. A mailed code still does.
  if (centres.size > 1) return fail('not-accepted');
  for (const one of linked) {
    if (one.type === 'link' && (await useIn(context, one.item, given)))
      return context.accounts.setPassword(audience, { username, password });
  }
  return fail('not-accepted');
};
