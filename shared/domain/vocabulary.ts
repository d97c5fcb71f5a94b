/**
 * The closed lists of the domain. Ids are stored; words people read live in message catalogues.
 * Numeric codes are those of the older national system, kept so that old and new data can be compared.
 */

/** Why a treatment was given. */
export const REASONS = [
  { code: 1, id: 'new-bleed' },
  { code: 2, id: 'bleed-follow-up' },
  { code: 3, id: 'prescribed' },
  { code: 4, id: 'prophylaxis' },
  { code: 5, id: 'surgery' },
  { code: 6, id: 'activity' },
  { code: 7, id: 'physiotherapy' },
  { code: 8, id: 'immune-tolerance' },
  { code: 9, id: 'other' },
] as const;
export type ReasonId = (typeof REASONS)[number]['id'];
export const REASON_IDS = [
  'new-bleed',
  'bleed-follow-up',
  'prescribed',
  'prophylaxis',
  'surgery',
  'activity',
  'physiotherapy',
  'immune-tolerance',
  'other',
] as const satisfies readonly ReasonId[];

/** The reasons that need at least one bleed. */
export const BLEED_REASONS = ['new-bleed', 'bleed-follow-up'] as const satisfies readonly ReasonId[];

export const JOINT_SITES = [
  'ankle',
  'knee',
  'elbow',
  'shoulder',
  'hip',
  'wrist',
  'finger-toe',
  'other-joint',
] as const;
export const MUSCLE_SITES = ['calf', 'thigh', 'iliopsoas', 'forearm', 'buttock', 'other-muscle'] as const;
export const OTHER_SITES = [
  'head',
  'neck',
  'chest',
  'abdomen',
  'gastrointestinal',
  'urinary',
  'mouth',
  'nose',
  'menstrual',
  'post-partum',
  'skin',
  'other',
] as const;
/** Every bleed site; `head` includes the brain, `neck` the throat, `mouth` the gum, `skin` soft tissue. */
export const BLEED_SITES = [...JOINT_SITES, ...MUSCLE_SITES, ...OTHER_SITES] as const;
export type BleedSite = (typeof BLEED_SITES)[number];
export const BLEED_SITE_GROUPS = [
  { id: 'joint', sites: JOINT_SITES },
  { id: 'muscle', sites: MUSCLE_SITES },
  { id: 'other', sites: OTHER_SITES },
] as const;

/** Default sites of the emergency prompt; the centre's policy holds the list a clinician approved. */
export const DEFAULT_EMERGENCY_SITES = [
  'head',
  'neck',
  'chest',
  'abdomen',
  'gastrointestinal',
  'iliopsoas',
] as const satisfies readonly BleedSite[];

/** `none`: the site has no side (nose, abdomen). */
export const SIDES = ['left', 'right', 'none'] as const;
export type Side = (typeof SIDES)[number];

/** Unknown has no code in the older system, and is never counted as spontaneous. */
export const BLEED_CAUSES = [
  { code: 0, id: 'spontaneous' },
  { code: 1, id: 'trauma' },
  { code: 2, id: 'surgery' },
  { code: null, id: 'unknown' },
] as const;
export type BleedCause = (typeof BLEED_CAUSES)[number]['id'];
export const BLEED_CAUSE_IDS = [
  'spontaneous',
  'trauma',
  'surgery',
  'unknown',
] as const satisfies readonly BleedCause[];

/** 0 minor, 1 major, 2 threatening life or limb. */
export const BLEED_SEVERITIES = [0, 1, 2] as const;
export type BleedSeverity = (typeof BLEED_SEVERITIES)[number];

export const BLEED_RESPONSES = ['excellent', 'good', 'moderate', 'none'] as const;
export type BleedResponse = (typeof BLEED_RESPONSES)[number];

export const DIAGNOSES = [
  'haemophilia-a',
  'haemophilia-b',
  'von-willebrand',
  'other-factor-deficiency',
  'platelet-disorder',
  'acquired-haemophilia',
] as const;

export const PLACES = ['home', 'hospital', 'away'] as const;
export type Place = (typeof PLACES)[number];

export const BATCH_UNKNOWN_REASONS = ['thrown-away', 'given-in-hospital', 'other'] as const;
export type BatchUnknownReason = (typeof BATCH_UNKNOWN_REASONS)[number];

export const ENTRY_KINDS = ['treatment', 'not-taken', 'bleed', 'confirmation'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What the centre can protect from named others. */
export const WITHHELD_KINDS = ['entry', 'log', 'address', 'zone'] as const;
export type WithheldKind = (typeof WITHHELD_KINDS)[number];

/** Where an entry came from. `staff`: typed by staff for someone who records online. */
export const ENTRY_SOURCES = ['web', 'offline', 'paper', 'staff', 'import'] as const;
export type EntrySource = (typeof ENTRY_SOURCES)[number];

/** What one confirmation says of its period; the two answers are separate. */
export const CONFIRMATION_ANSWERS = ['no-bleeds', 'no-other-treatment'] as const;
export type ConfirmationAnswer = (typeof CONFIRMATION_ANSWERS)[number];

export const NOT_TAKEN_REASONS = [
  'forgot',
  'unwell',
  'no-stock',
  'no-access',
  'told-not-to',
  'chose-not-to',
  'in-hospital',
  'other',
] as const;
export type NotTakenReason = (typeof NOT_TAKEN_REASONS)[number];

export const RECORDING_STAGES = [
  'not-started',
  'up-to-date',
  'due',
  'reminded',
  'lapsed',
  'at-risk',
  'paused',
  'stopped',
] as const;
export type RecordingStage = (typeof RECORDING_STAGES)[number];

export const DELIVERY_STATUSES = ['none', 'active', 'at-risk', 'suspended'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const PAUSE_REASONS = ['hospital', 'holiday', 'trial', 'other'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

export const STOP_REASONS = ['died', 'left', 'withdrawn'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

export const STAFF_JOBS = ['data-manager', 'consultant', 'nurse', 'physiotherapist'] as const;
export type StaffJob = (typeof STAFF_JOBS)[number];

export const REGISTRY_JOBS = ['manager', 'analyst'] as const;
export type RegistryJob = (typeof REGISTRY_JOBS)[number];

/** How an account stands to the patient of a diary. */
export const RELATIONS = ['self', 'parent', 'guardian', 'carer'] as const;
export type Relation = (typeof RELATIONS)[number];

export const CHANNELS = ['online', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a signed-in device is told apart by, and no finer: enough to know one's own again. */
export const BROWSERS = ['firefox', 'edge', 'samsung', 'opera', 'chrome', 'safari', 'other'] as const;
export type Browser = (typeof BROWSERS)[number];
export const SYSTEMS = ['android', 'ios', 'windows', 'mac', 'linux', 'other'] as const;
export type System = (typeof SYSTEMS)[number];

/** What happened to an account, as its owner is told. */
export const ACCOUNT_EVENTS = [
  'signed-in',
  'signed-out',
  'device-ended',
  'ended-everywhere',
  'password-changed',
  'password-reset',
  'second-factor-set',
  'address-asked',
  'address-changed',
  'cookie-reused',
] as const;
export type AccountEvent = (typeof ACCOUNT_EVENTS)[number];

/** What somebody may ask of the centre that keeps their diary. */
export const REQUEST_KINDS = ['review', 'deletion', 'withdrawal'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ['asked', 'seen', 'decided'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** What becomes of a carer's link when a diary is handed over: it stays as it is, is limited to reading, or ends. */
export const HANDOVER_DECISIONS = ['keep', 'limit', 'end'] as const;
