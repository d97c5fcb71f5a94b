import * as z from 'zod';
import { LANGUAGES } from '#domain/languages.ts';
import { ACCOUNT_EVENTS, BROWSERS, STAFF_JOBS, SYSTEMS } from '#domain/vocabulary.ts';
import { AUDIENCES } from './route.ts';
import { act, day, email, id, instant, line } from './text.ts';

export const audienceParams = z.strictObject({ audience: z.enum(AUDIENCES) });

/** Chosen once, never changed; not an address, because several accounts may share one. */
export const username = z.string().regex(/^[a-z0-9](?:[a-z0-9._-]{1,30})[a-z0-9]$/i, 'not-a-username');
/** The pools' policy: at least 12 characters; length is what makes it strong. */
export const newPassword = z.string().min(12, 'too-short').max(128, 'too-long');
const typedPassword = z.string().min(1, 'empty').max(256, 'too-long');
const sixDigits = z.string().regex(/^\d{6}$/, 'not-six-digits');
/** Between the steps of one sign-in; valid 15 minutes. */
const challenge = z.string().min(1).max(4096);
export const invitationCode = z
  .string()
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{12}$/, 'not-a-code'));

export const signInBody = z.strictObject({ username: line(128), password: typedPassword });
export const secondFactorBody = z.strictObject({ challenge, username: line(128), code: sixDigits });

/** The refresh token is in an HttpOnly cookie; the page keeps this one in memory. */
export const signedIn = z.object({
  outcome: z.literal('signed-in'),
  token: z.string(),
  expiresAt: instant,
});
export const signInAnswer = z.discriminatedUnion('outcome', [
  signedIn,
  z.object({ outcome: z.literal('second-factor'), challenge: z.string() }),
  /** First sign-in of a pool that requires a second factor: the secret as text and as an otpauth link. */
  z.object({ outcome: z.literal('set-up'), challenge: z.string(), secret: z.string(), link: z.string() }),
]);
export type SignInAnswer = z.infer<typeof signInAnswer>;

export const centreAudienceParams = z.strictObject({ audience: z.literal('centre') });
export const chooseCentreBody = z.strictObject({ centre: id });
export const workplaces = z.object({
  items: z.array(z.object({ id, name: z.string(), job: z.enum(STAFF_JOBS), current: z.boolean() })),
});

export const resetRequestBody = z.strictObject({
  username: line(128),
  /** What the page was read in: the mail comes in it. */
  language: z.enum(LANGUAGES).optional(),
});
/** Six digits from the mail, or the code that a centre gave to someone without an address. */
export const resetBody = z.strictObject({
  username: line(128),
  code: z.union([sixDigits, invitationCode]),
  password: newPassword,
});

/** That the password was typed here in the last five minutes, as `prove` answered it. */
export const proofText = z.string().regex(/^[\w-]{43}$/, 'not-a-code');
export const proofBody = z.strictObject({ proof: proofText.optional() });
export const proveBody = z.strictObject({ password: typedPassword });
export const proved = z.object({ proof: proofText, until: instant });

export const addressParams = z.strictObject({ audience: z.literal('diary') });
/** Where mails go now, and the address that waits for its code. */
export const addresses = z.object({
  email: z.string().optional(),
  waiting: z.object({ email: z.string(), until: instant }).optional(),
});
export const askAddressBody = z.strictObject({ ...act, ...proofBody.shape, email });
export const confirmAddressBody = z.strictObject({ ...act, code: invitationCode });

/** The password they have, and the one they want. */
export const changePasswordBody = z.strictObject({ current: typedPassword, password: newPassword });

export const deviceParams = z.strictObject({ audience: z.enum(AUDIENCES), id });
const deviceKind = { browser: z.enum(BROWSERS), system: z.enum(SYSTEMS) };
export const devices = z.object({
  items: z.array(
    z.object({
      id,
      ...deviceKind,
      /** The sign-in, and when the device last fetched a token. */
      since: instant,
      lastUsedAt: instant,
      current: z.boolean(),
    }),
  ),
  /** What happened to the account, the newest first. */
  events: z.array(
    z.object({
      at: instant,
      what: z.enum(ACCOUNT_EVENTS),
      ...deviceKind,
      /** Of a sign-in: how many were refused since the one before. */
      refusedBefore: z.int().optional(),
    }),
  ),
  /** Refused since the last sign-in. */
  refusedSince: z.int(),
});

export const invitationCodeBody = z.strictObject({ code: invitationCode });
/** Enough to show the right form, nothing of the patient. */
export const invitationSeen = z.object({
  kind: z.enum(['patient', 'carer', 'staff', 'registry']),
  centreName: z.string().optional(),
  birthDateNeeded: z.boolean(),
  expiresAt: instant,
});
export const acceptBody = z.strictObject({
  ...act,
  code: invitationCode,
  /** The patient's, for patients and carers. */
  birthDate: day.optional(),
  /** The name colleagues and the access log show; for staff and registry. */
  displayName: line(80).optional(),
  account: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('new'), username, password: newPassword }),
    /** Links the account that signs in with these. */
    z.strictObject({
      kind: z.literal('existing'),
      username: line(128),
      password: typedPassword,
      secondFactor: sixDigits.optional(),
    }),
  ]),
});
export type AcceptBody = z.infer<typeof acceptBody>;
export const accepted = z.object({ username: z.string(), account: id });
