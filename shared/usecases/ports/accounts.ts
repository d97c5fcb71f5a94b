import type { Audience } from '#contracts/route.ts';
import type { Language } from '#domain/languages.ts';
import type { Result } from '../result.ts';

/** What a finished sign-in or refresh gives. */
export interface Tokens {
  /** The ID token: the API's token. */
  readonly idToken: string;
  /** Epoch seconds. */
  readonly expiresAt: number;
  /** Never leaves the function but in the cookie. */
  readonly refreshToken: string;
  /** Our own account id and the username, from the token's claims. */
  readonly account: string;
  readonly username: string;
  /** Where staff work with this token. */
  readonly centre?: string;
}

/** How far a sign-in has come. `challenge` continues it, within 15 minutes. */
export type SignInStep =
  | { readonly step: 'signed-in'; readonly tokens: Tokens }
  | { readonly step: 'second-factor'; readonly challenge: string }
  /** A second factor must be set up first: its secret, in base32. */
  | { readonly step: 'set-up'; readonly challenge: string; readonly secret: string }
  /** Everything was right, but the account has no place at any centre or the registry any more. */
  | { readonly step: 'no-place'; readonly account: string };

export interface AccountFound {
  readonly account: string;
  /** As it was chosen, in lower case. */
  readonly username: string;
  readonly email?: string;
  readonly secondFactor: boolean;
}

export interface NewAccount {
  /** Our id for the account: made by the caller, never changed. */
  readonly account: string;
  readonly username: string;
  readonly password: string;
  /** Only an address that the person has proved to reach. */
  readonly email?: string;
}

interface Named {
  readonly username: string;
}

/** The user pools as the session routes see them. Failures: `not-accepted` for all that is wrong, `too-many` when the pool itself slows down. */
export interface Accounts {
  signIn(audience: Audience, given: Named & { readonly password: string }): Promise<Result<SignInStep>>;
  /** Finishes a sign-in with the six digits of the authenticator app. */
  answerSecondFactor(
    audience: Audience,
    given: Named & { readonly challenge: string; readonly code: string },
  ): Promise<Result<SignInStep>>;
  /** Confirms the app that `set-up` gave a secret for, and finishes the sign-in. */
  finishSetUp(
    audience: Audience,
    given: Named & { readonly challenge: string; readonly code: string },
  ): Promise<Result<SignInStep>>;
  /**
   * A new ID token and a new refresh token for one that is still good; else `signed-out`.
   *
   * @param centre where staff work in this session: without a job there any more, it is `signed-out` too
   */
  refresh(audience: Audience, refreshToken: string, centre?: string): Promise<Result<Tokens>>;
  /** Ends what one refresh token stands for. Ending it twice is no failure. */
  revoke(audience: Audience, refreshToken: string): Promise<void>;
  /** How long someone stays signed in on a device, in seconds. */
  staysSignedIn(audience: Audience): Promise<number>;
  /**
   * Mails a one-time code if there is such an account with an address. Says nothing about whether there is.
   *
   * @param given with the language to write in: the one that whoever asks is reading
   */
  sendResetCode(
    audience: Audience,
    given: Named & { readonly language?: Language | undefined },
  ): Promise<void>;
  /** Sets a new password with the mailed code. `invalid` when the pool finds the password too weak. */
  resetPassword(
    audience: Audience,
    given: Named & { readonly code: string; readonly password: string },
  ): Promise<Result<undefined>>;
  /** Makes the account with its password, or finishes making it. `username-taken` when it is someone else's. */
  create(audience: Audience, given: NewAccount): Promise<Result<undefined>>;
  /** Mails go there from now on: only an address that the person has proved to reach. */
  setEmail(audience: Audience, given: Named & { readonly email: string }): Promise<void>;
  /** Sets a password that stays. `invalid` when the pool finds it too weak. */
  setPassword(audience: Audience, given: Named & { readonly password: string }): Promise<Result<undefined>>;
}

/** What is done to accounts for their owners: by sessions, by centres and by the registry. */
export interface AccountHelp {
  find(audience: Audience, username: string): Promise<AccountFound | undefined>;
  /** Takes the authenticator app off; pools that need one ask for a new one at the next sign-in. */
  resetSecondFactor(audience: Audience, username: string): Promise<void>;
  /** Ends every refresh token of the account. ID tokens live on until they expire: raise `notBefore` as well. */
  signOutEverywhere(audience: Audience, username: string): Promise<void>;
}
