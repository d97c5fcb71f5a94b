import type { Temporal } from 'temporal-polyfill';
import type { Owner } from '#table/entities/owner.ts';
import type { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { auditItem, type Happening as Happened } from '#usecases/audit/audit-item.ts';
import type { Caller } from '#usecases/ports/context.ts';
import { treatmentData } from '#usecases/diary/record-treatment.ts';
import { bleedFieldsOf } from '#usecases/diary/record-bleed.ts';
import type { Told } from './entries.ts';
import type { Random } from './random.ts';

type Audit = Stored<typeof audit>;

/** Notes one act of the past, as the use case of that name would have. */
export const noted = (
  random: Random,
  at: Temporal.Instant,
  by: Caller | { readonly job: string },
  owner: Owner,
  happened: Omit<Happened, 'mutationId'>,
): Audit => {
  const newId = () => random.id(at.epochMilliseconds);
  return auditItem({ now: () => at, newId }, by, owner, { ...happened, mutationId: newId() });
};

const RECORDED = {
  treatment: 'record-treatment',
  bleed: 'record-bleed',
  'not-taken': 'mark-not-taken',
  confirmation: 'confirm-period',
} as const;

const dataOf = (said: Told['said'], productName: string): unknown => {
  if (said.kind === 'treatment') return treatmentData(said.body, productName);
  return said.kind === 'bleed' ? { kind: 'bleed', ...bleedFieldsOf(said.body) } : undefined;
};

/** That an entry was recorded, and corrected or voided where it was, with what it said before. */
export const notedEntry = (random: Random, owner: Owner, told: Told, productName: string): Audit[] => {
  const { id: about, by, said, later } = told;
  const recorded = noted(random, told.at, by, owner, { action: RECORDED[said.kind], about });
  if (later === undefined) return [recorded];
  const after = dataOf(said, productName);
  const second =
    later.fate === 'voided'
      ? { action: 'void-entry', about, reason: later.reason, before: after, after }
      : { action: `correct-${said.kind}`, about, before: dataOf(later.before, productName), after };
  return [recorded, noted(random, later.at, by, owner, second)];
};
