import type { Amount } from '../amount.ts';
import type { IsoInstant, LocalDate } from '../calendar-day.ts';
import type { CentrePolicy } from '../centre-policy.ts';
import type { Evidence } from '../evidence.ts';
import type { MatchRules } from '../match-doses.ts';
import type { Plan } from '../plan.ts';
import type { BleedCause, BleedSite, Side } from '../vocabulary.ts';

/** Days of the home zone, both included. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A bleed as it stands in the diary, on the local day it started. */
export interface RecordedBleed {
  readonly id: string;
  readonly day: LocalDate;
  readonly site: BleedSite;
  readonly side: Side;
  readonly cause: BleedCause;
  /** The earlier bleed it is the same as, by the person's own answer. */
  readonly sameAs?: string | undefined;
}

export interface RecordedTreatment {
  readonly id: string;
  readonly day: LocalDate;
  /** Missing for a product the catalogue does not hold. */
  readonly productId?: string | undefined;
  readonly productName: string;
  readonly amount: Amount;
  /** The bleeds it was given for. */
  readonly bleeds: readonly string[];
  readonly givenAt: IsoInstant;
  readonly typedAt: IsoInstant;
  /** Typed by the person on their own device, not from paper, by staff or by an import. */
  readonly online: boolean;
}

/** Everything of a diary that is neither voided nor withheld from the reader. The order of the lists means nothing. */
export interface InsightFacts {
  readonly plans: readonly Plan[];
  readonly evidence: readonly Evidence[];
  readonly bleeds: readonly RecordedBleed[];
  readonly treatments: readonly RecordedTreatment[];
}

export interface InsightRules extends MatchRules {
  readonly policy: CentrePolicy;
}

export const within = ({ from, to }: Window, day: LocalDate): boolean => from <= day && day <= to;
