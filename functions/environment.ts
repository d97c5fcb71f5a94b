import * as z from 'zod';

const text = z.string().min(1);

/** Every variable a function may be given; each takes only those it needs. */
const variables = {
  TABLE_NAME: text,
  ACCOUNT_SCOPE_ROLE: text,
  DIARY_SCOPE_ROLE: text,
  PAIR_SCOPE_ROLE: text,
  LATE_SCOPE_ROLE: text,
  CENTRE_SCOPE_ROLE: text,
  EXPORT_BUCKET: text,
  ARCHIVE_BUCKET: text,
  PATIENTS_POOL_ID: text,
  PATIENTS_CLIENT_ID: text,
  STAFF_POOL_ID: text,
  STAFF_CLIENT_ID: text,
  REGISTRY_POOL_ID: text,
  REGISTRY_CLIENT_ID: text,
  MAIL_FROM: text,
  MAIL_CONFIGURATION_SET: text,
  DIARY_URL: z.url(),
  CENTRE_URL: z.url(),
  REGISTRY_URL: z.url(),
  ORIGIN_SECRET: text,
} as const;
type Variable = keyof typeof variables;

/**
 * Reads the named variables of the environment.
 *
 * @throws ZodError when one is missing or has the wrong form, so that a wrong deployment fails at its first call
 */
export const environment = <const N extends Variable>(...names: readonly N[]): Readonly<Record<N, string>> =>
  Object.fromEntries(names.map((name) => [name, variables[name].parse(process.env[name])])) as Record<
    N,
    string
  >;
