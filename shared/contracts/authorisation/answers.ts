/** How the API answers as far as authorisation goes: a closed list, in the words of the page that is made from it. */
export const ANSWERS = {
  'let-in': { status: 200, code: undefined, mark: 'yes', says: 'Done, as far as authorisation goes.' },
  'no-token': {
    status: 401,
    code: undefined,
    mark: 'sign in',
    says: 'The gateway refuses the token (401); no code of ours runs.',
  },
  'signed-out': {
    status: 401,
    code: 'signed-out',
    mark: 'sign in again',
    says: 'The token no longer says how things are (401, `signed-out`).',
  },
  'not-allowed': {
    status: 403,
    code: 'not-allowed',
    mark: 'no',
    says: 'Not covered by the job or the link (403, `not-allowed`).',
  },
  'not-there': {
    status: 404,
    code: 'not-found',
    mark: 'not there',
    says: 'Exactly as if there were no such thing (404, `not-found`).',
  },
  'statement-needed': {
    status: 403,
    code: 'statement-needed',
    mark: 'statement',
    says: 'Only after agreeing to the privacy statement (403, `statement-needed`).',
  },
  'consent-needed': {
    status: 403,
    code: 'consent-needed',
    mark: 'consent',
    says: 'Only with the written consent (403, `consent-needed`).',
  },
  'not-now': {
    status: 409,
    code: 'not-now',
    mark: 'not now',
    says: 'Not possible as things stand (409, `not-now`).',
  },
} as const satisfies Record<
  string,
  { readonly status: number; readonly code: string | undefined; readonly mark: string; readonly says: string }
>;
export type Answer = keyof typeof ANSWERS;

/** What a request does, as far as situations tell them apart. */
export const ACTS = ['see', 'take', 'record', 'amend', 'change'] as const;
export type ActKind = (typeof ACTS)[number];

export const ACT_WORDS: Readonly<Record<ActKind, string>> = {
  see: 'see',
  take: 'take a file',
  record: 'record',
  amend: 'correct or take out an entry',
  change: 'change anything else',
};
