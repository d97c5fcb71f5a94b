import { refuse } from './refusal.ts';
import type { Pool } from './state.ts';

// The special characters of the developer guide, "Adding user pool password requirements"; a space counts inside.
const SYMBOL = /[\^$*.[\]{}()?\-"!@#%&/\\,><':;|_~`+=]|(?<=\S) (?=\S)/u;

// A pool made without a policy asks for eight characters of all four kinds; a policy given asks for what it says.
const NO_POLICY = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
};

/** Refuses a password the pool's policy does not allow, naming the first rule it breaks as Cognito does. */
export function checkPassword(pool: Pool, password: string): void {
  if (!/^\S+.*\S+$/su.test(password) || password.length > 256) {
    refuse(
      'InvalidParameterException',
      "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$",
    );
  }
  const policy = pool.settings.Policies?.PasswordPolicy ?? NO_POLICY;
  const broken = (reason: string): never =>
    refuse('InvalidPasswordException', `Password does not conform to policy: ${reason}`);
  if (password.length < (policy.MinimumLength ?? 8)) broken('Password not long enough');
  if (policy.RequireUppercase === true && !/[A-Z]/u.test(password))
    broken('Password must have uppercase characters');
  if (policy.RequireLowercase === true && !/[a-z]/u.test(password))
    broken('Password must have lowercase characters');
  if (policy.RequireNumbers === true && !/[0-9]/u.test(password))
    broken('Password must have numeric characters');
  if (policy.RequireSymbols === true && !SYMBOL.test(password))
    broken('Password must have symbol characters');
}
