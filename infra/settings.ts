import type { Node } from 'constructs';
import * as z from 'zod';

/** Data of patients stays in this region (DESIGN, "Shape"); only the edge stack lives elsewhere, and it holds none. */
export const HOME_REGION = 'eu-west-2';
/** CloudFront takes its certificates and web ACLs from here and nowhere else. */
export const EDGE_REGION = 'us-east-1';

/** Stands in for the account where there are no credentials: synthesis needs no network. */
const NO_ACCOUNT = '000000000000';

const hostName = z.string().regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'must be a host name');

/** As long as the NHS keeps an adult's health record, in days. */
const EIGHT_YEARS = 8 * 365 + 2;

const context = z.strictObject({
  /** The sites become diary.<domain>, centre.<domain> and registry.<domain>. Without it they have CloudFront's own names. */
  domain: hostName.optional(),
  /** Route 53 zone of the domain: with it, certificate checks and site records are made here; without it, by hand. */
  hostedZoneId: z
    .string()
    .regex(/^Z[A-Z0-9]+$/)
    .optional(),
  /** Domain verified with SES, from which all mail is sent. */
  mailDomain: hostName.default('haemdiary.example'),
  /** Address that is told of alarms. */
  operatorsEmail: z.email().optional(),
  /**
   * `compliance`: nobody, AWS's root user included, can shorten it or remove anything before its time. `governance`: for
   * installations that are only tried out (docs/adr/0008).
   */
  archiveLockMode: z.enum(['compliance', 'governance']).default('compliance'),
  /** How long each record of the audit can't be removed. After that the bucket's policy still refuses it. */
  archiveLockDays: z.coerce.number().int().min(1).default(EIGHT_YEARS),
});

export interface Settings {
  readonly account: string;
  readonly domain: { readonly name: string; readonly hostedZoneId: string | undefined } | undefined;
  readonly mail: { readonly domain: string; readonly from: string };
  readonly operatorsEmail: string | undefined;
  readonly archiveLock: { readonly mode: 'compliance' | 'governance'; readonly days: number };
}

/**
 * Reads what differs between installations from the CDK context (`-c domain=…` or `cdk.context.json`).
 *
 * @throws ZodError when a value has the wrong form
 */
export const settingsFrom = (node: Node): Settings => {
  const given = context.parse(
    Object.fromEntries(Object.keys(context.shape).map((name) => [name, node.tryGetContext(name) as unknown])),
  );
  return {
    account: process.env['CDK_DEFAULT_ACCOUNT'] ?? NO_ACCOUNT,
    domain: given.domain === undefined ? undefined : { name: given.domain, hostedZoneId: given.hostedZoneId },
    mail: { domain: given.mailDomain, from: `no-reply@${given.mailDomain}` },
    operatorsEmail: given.operatorsEmail,
    archiveLock: { mode: given.archiveLockMode, days: given.archiveLockDays },
  };
};
