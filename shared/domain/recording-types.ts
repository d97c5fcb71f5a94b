import type { Temporal } from 'temporal-polyfill';
import type { IsoInstant, LocalDate } from './calendar-day.ts';
import type { CentrePolicy } from './centre-policy.ts';
import type { Evidence } from './evidence.ts';
import type { Plan } from './plan.ts';
import type { ProductLookup } from './product.ts';
import type { RecordingEvent } from './recording-events.ts';
import type { Channel, DeliveryStatus, PauseReason, RecordingStage, StopReason } from './vocabulary.ts';

/** Days on which nothing is owed and no clock runs; both ends included. Ended early by moving `to`. */
export interface Pause {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: PauseReason;
}

/** The newest paper form that arrived: it accounts for its days before anybody has typed it in. */
export interface PaperForm {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Everything about a patient that decides the recording status. */
export interface RecordingFacts {
  /** IANA zone the patient lives by; doses and quiet hours follow it, not the phone. */
  readonly homeZone: string;
  readonly homeTherapy: boolean;
  readonly channel: Channel;
  /**
   * The clock does not start before: the latest of the day this diary was opened, the start of home therapy and,
   * with home delivery, the first delivery. Missing = that has not happened yet.
   */
  readonly clockFrom?: LocalDate | undefined;
  readonly plans: readonly Plan[];
  readonly evidence: readonly Evidence[];
  /** Last day accounted for by entries that are not in `evidence` any more. */
  readonly accountedThrough?: LocalDate | undefined;
  readonly pauses: readonly Pause[];
  readonly stop?: { readonly reason: StopReason } | undefined;
  readonly paperForm?: PaperForm | undefined;
  readonly deliveryStatus: DeliveryStatus;
  /** Local days on which a reminder reached someone: mail not returned, letter sent, call made. */
  readonly remindedOn: readonly LocalDate[];
}

export interface OpenDose {
  readonly day: LocalDate;
  readonly ordinal: number;
  readonly productId: string;
}

/**
 * What has been said about a lapse, in order. `call`: the centre was asked to call, because too few reminders
 * arrived for a formal notice. `at-risk`: reached without a notice, because no home delivery is active.
 */
export const ANNOUNCEMENTS = [
  'none',
  'reminder-1',
  'reminder-2',
  'reminder-3',
  'lapsed',
  'call',
  'at-risk',
  'formal-notice',
] as const;
export type Announcement = (typeof ANNOUNCEMENTS)[number];

/**
 * One stretch of not being up to date. It keeps its name and what was announced through partial catching up and
 * pauses; once over it is remembered, so that voiding the entry that ended it does not start the mails again.
 */
export interface Lapse {
  readonly id: string;
  readonly dueOn: LocalDate;
  readonly announced: Announcement;
  readonly over: boolean;
}

/** What is stored with the patient. */
export interface RecordingState {
  readonly stage: RecordingStage;
  /** When this stage was entered. */
  readonly since: IsoInstant;
  /** The day the clock that decides ran out or will run out; missing when none runs. */
  readonly dueOn?: LocalDate | undefined;
  /** The same as an instant: 08:00 home time, when quiet hours end. */
  readonly dueAt?: IsoInstant | undefined;
  readonly openDoses: readonly OpenDose[];
  readonly lapse?: Lapse | undefined;
  /** The earliest instant at which anything could change by itself; missing where no clock runs. */
  readonly nextCheckAt?: IsoInstant | undefined;
}

export const RECORDING_MAILS = ['reminder-1', 'reminder-2', 'reminder-3', 'formal-notice'] as const;
export type RecordingMail = (typeof RECORDING_MAILS)[number];

export interface RecordingContext {
  readonly now: Temporal.Instant;
  readonly policy: CentrePolicy;
  readonly products: ProductLookup;
  readonly event: RecordingEvent;
  /** The stored state; missing for a patient assessed for the first time. */
  readonly previous?: RecordingState | undefined;
}

/** The new state, and what has to be done in the same write. */
export interface RecordingAssessment {
  readonly state: RecordingState;
  readonly deliveryStatus: DeliveryStatus;
  /** False when a write would store what is stored already (the next check aside). */
  readonly changed: boolean;
  /** To patient and carers; where nobody can be mailed, a letter or task instead. */
  readonly mail?: { readonly kind: RecordingMail; readonly lapseId: string; readonly notBefore: IsoInstant };
  /** For the centre's worklist: too few reminders arrived, somebody should call. */
  readonly task?: 'call';
  /** The patient goes into the centre's next daily digest. */
  readonly centreDigest: boolean;
  /** Queued mail that must not go out any more: of the lapse that ended or rests, or all (stopped). */
  readonly cancelMail: 'none' | 'lapse' | 'all';
}
