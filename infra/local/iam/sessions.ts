import { randomBytes } from 'node:crypto';
import type { PolicySource } from './iam-request.ts';
import type { Role } from './role.ts';

/** What a call is signed with: the token is there for assumed roles only. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly sessionToken: string | undefined;
}

/** A role that somebody assumed. */
export interface Session {
  readonly role: Role;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Keys of the tags that follow into roles assumed with this session. */
  readonly transitive: readonly string[];
  /** What this session may at most do, besides what its role may. */
  readonly policy?: PolicySource;
}

/** What STS hands out. */
export interface Issued {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiresAtMs: number;
}

/** The sessions of this run. */
export interface Sessions {
  readonly issue: (session: Session, seconds: number) => Issued;
  readonly find: (credentials: Credentials) => Session | 'unknown-key' | 'wrong-token' | 'expired';
}

/** After its end a session is known this long, so that it is refused as expired rather than as made up. */
const REMEMBERED_MS = 60 * 60_000;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const newKeyId = (): string =>
  `ASIA${Array.from(randomBytes(16), (byte) => LETTERS[byte % LETTERS.length] ?? '').join('')}`;

/**
 * No sessions yet. They are kept in memory: a restart ends them all, and the functions that hold them.
 *
 * @param nowMs the clock.
 */
export function createSessions(nowMs: () => number = Date.now): Sessions {
  const known = new Map<string, Issued & { readonly session: Session }>();
  const forget = (): void => {
    for (const [id, { expiresAtMs }] of known) if (expiresAtMs + REMEMBERED_MS < nowMs()) known.delete(id);
  };
  return {
    issue: (session, seconds) => {
      forget();
      const issued = {
        accessKeyId: newKeyId(),
        secretAccessKey: randomBytes(30).toString('base64'),
        sessionToken: randomBytes(96).toString('base64'),
        // STS tells whole seconds, and means them.
        expiresAtMs: Math.floor(nowMs() / 1000 + seconds) * 1000,
      };
      known.set(issued.accessKeyId, { ...issued, session });
      return issued;
    },
    find: ({ accessKeyId, sessionToken }) => {
      const found = known.get(accessKeyId);
      if (found === undefined) return 'unknown-key';
      if (found.sessionToken !== sessionToken) return 'wrong-token';
      return found.expiresAtMs <= nowMs() ? 'expired' : found.session;
    },
  };
}
