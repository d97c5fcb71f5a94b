import type { Cognito } from './context.ts';
import { refuse } from './refusal.ts';
import { fingerprint, randomCode } from './secrets.ts';
import type { Client, Pool, User } from './state.ts';
import { customMessage } from './triggers.ts';

const CODE_PARAMETER = '{####}';
const CODE_LIFE_MS = 3_600_000;

interface Delivery {
  AttributeName: 'email';
  DeliveryMedium: 'EMAIL';
  Destination: string;
}

const delivery = (Destination: string): Delivery => ({
  AttributeName: 'email',
  DeliveryMedium: 'EMAIL',
  Destination,
});

/** An address as Cognito shows it: `j***@e***`. */
function masked(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${local.charAt(0)}***@${domain.charAt(0)}***`;
}

/**
 * The answer for a user who does not exist, is disabled or has no verified address, where the client hides that.
 * Made from the name and the pool's key, so that it is the same each time and looks like any other.
 */
export function simulatedDelivery(pool: Pool, key: string): Delivery {
  const digits = Buffer.from(fingerprint(`${pool.key.kid}:${key}`), 'base64url');
  const letter = (at: number): string => String.fromCharCode(97 + (digits.readUInt8(at) % 26));
  return delivery(`${letter(0)}***@${letter(1)}***`);
}

async function wordsOf(
  cognito: Cognito,
  about: { pool: Pool; client: Client | undefined; user: User },
  clientMetadata: Record<string, string> | undefined,
): Promise<{ subject: string; message: string }> {
  const { settings } = about.pool;
  const client = about.client ?? { id: 'CLIENT_ID_NOT_APPLICABLE' };
  const own = await customMessage(cognito, { ...about, client }, 'CustomMessage_ForgotPassword', {
    codeParameter: CODE_PARAMETER,
    ...(clientMetadata && { clientMetadata }),
  });
  const template = settings.VerificationMessageTemplate;
  return {
    subject:
      own.subject ?? template?.EmailSubject ?? settings.EmailVerificationSubject ?? 'Your verification code',
    message:
      own.message ??
      template?.EmailMessage ??
      settings.EmailVerificationMessage ??
      'Your password reset code is {####}',
  };
}

/** Mails the user a new code, good for one hour, in the words of the pool's trigger. An older code dies. */
export async function sendResetCode(
  cognito: Cognito,
  about: { pool: Pool; client: Client | undefined; user: User },
  clientMetadata: Record<string, string> | undefined,
): Promise<Delivery> {
  const { pool, user } = about;
  const { subject, message } = await wordsOf(cognito, about, clientMetadata);
  const code = randomCode();
  const email = user.attributes['email'] ?? '';
  const sender = pool.settings.EmailConfiguration;
  user.resetCode = { hash: fingerprint(code), expiresAt: cognito.nowMs() + CODE_LIFE_MS };
  try {
    await cognito.sendMail({
      to: email,
      from: sender?.From ?? 'no-reply@verificationemail.com',
      subject: subject.replaceAll(CODE_PARAMETER, code),
      html: message.replaceAll(CODE_PARAMETER, code),
      source: 'cognito',
      ...(sender?.ConfigurationSet !== undefined && { configurationSet: sender.ConfigurationSet }),
    });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    refuse('CodeDeliveryFailureException', `Unable to deliver the message: ${text}`);
  }
  return delivery(masked(email));
}
