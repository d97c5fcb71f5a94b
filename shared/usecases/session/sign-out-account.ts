import { staff, registryStaff } from '#table/entities/centre.ts';
import { link } from '#table/entities/diary.ts';
import type { Owner } from '#table/entities/owner.ts';
import type { Key } from '#table/entity.ts';
import { linkedTo } from '#table/patterns.ts';
import type { Audience } from '#contracts/route.ts';
import type { AccountHelp } from '../ports/accounts.ts';
import { auditAct } from '../audit/audit-item.ts';
import { inScopeOf } from '../in-scope.ts';
import { accountMail } from './account-mail.ts';
import type { Caller, Context } from '../ports/context.ts';
import type { Scopes } from '../ports/scopes.ts';
import type { Act } from '../ports/store.ts';

export interface SigningOut {
  readonly audience: Audience;
  readonly account: string;
  readonly username: string;
  /** The use case, for the audit. */
  readonly action: string;
  readonly mutationId: string;
  /** A mail of the catalogue that tells the account, at its own address. */
  readonly tell?: string | undefined;
}

/** What tells of a new password. The registry has no outbox: its people are told at the next sign-in only. */
export const NEW_PASSWORD: Readonly<Record<Audience, string | undefined>> = {
  diary: 'password-changed',
  centre: 'staff-password-changed',
  registry: undefined,
};

interface Place {
  readonly key: Key;
  readonly owner: Owner;
  readonly caller: Caller;
  readonly language?: string | undefined;
}

const placesOf = async (context: Context & Scopes, who: SigningOut): Promise<readonly Place[]> => {
  const { account, username } = who;
  const found = await context.within({ of: 'account', account }).queryAll(linkedTo(account));
  const common = { account, username, issuedAt: Math.floor(context.now().epochMilliseconds / 1000) };
  return found.map((one): Place => {
    switch (one.type) {
      case 'link': {
        const { centre, patient } = one.item;
        return {
          key: link.key(one.item),
          owner: { of: 'diary', centre, patient },
          caller: { kind: 'person', ...common, diaries: [{ centre, patient }] },
          language: one.item.language,
        };
      }
      case 'staff': {
        const { centre, job } = one.item;
        return {
          key: staff.key(one.item),
          owner: { of: 'centre', centre },
          caller: { kind: 'staff', ...common, centre, job },
        };
      }
      case 'registry-staff':
        return {
          key: registryStaff.key(one.item),
          owner: { of: 'registry' },
          caller: { kind: 'registry', ...common, job: one.item.job },
        };
    }
  });
};

const raised = (context: Context, who: SigningOut, place: Place): readonly Act[] => {
  const now = context.now();
  return [
    {
      act: 'update',
      label: 'not-before',
      key: place.key,
      set: {
        // Tokens of this very second pass, so that a sign-in right afterwards may write.
        notBefore: Math.floor(now.epochMilliseconds / 1000),
        mutationId: who.mutationId,
        updatedAt: now.toString({ smallestUnit: 'millisecond' }),
        updatedBy: who.account,
      },
      when: [{ path: 'pk', is: 'present' }],
    },
    auditAct(context, place.caller, place.owner, {
      action: who.action,
      mutationId: who.mutationId,
      about: who.account,
    }),
  ];
};

type Ending = Context & Scopes & { readonly accounts: AccountHelp };

/** Its own address is the one that Cognito has: no centre can have changed it. */
const tellAccount = async (
  context: Ending,
  { audience, account, username, tell }: SigningOut,
  { owner, language }: Place,
): Promise<readonly Act[]> => {
  const found = tell === undefined ? undefined : await context.accounts.find(audience, username);
  return tell === undefined || found?.email === undefined
    ? []
    : [accountMail(context, { owner, message: tell, to: found.email, by: account, locale: language })];
};

/** The ID tokens that are still out write nothing any more, because every write asks for one not issued before `notBefore`. */
export const endTokens = async (context: Ending, who: SigningOut): Promise<void> => {
  const places = await placesOf(context, who);
  // Once, wherever it is linked.
  const [first] = places;
  for (const place of places) {
    const told = place === first ? await tellAccount(context, who, place) : [];
    const acts = [...raised(context, who, place), ...told];
    const outcome = await inScopeOf(context, place.owner).store.transact(acts);
    if (!outcome.done && outcome.refused === 'conflict')
      throw new Error('An account could not be signed out.');
  }
};

/** Ends every session of an account at once: no refresh token works any more, and no ID token that is still out. */
export const signOutAccount = async (context: Ending, who: SigningOut): Promise<void> => {
  await context.accounts.signOutEverywhere(who.audience, who.username);
  await endTokens(context, who);
};
