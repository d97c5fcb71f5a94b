/** When the stock at home is told of. Parameters: a clinician may set others. */
export const stockParameters = {
  /** Fewer days of planned treatment than this are low. */
  lowDays: 14,
  /** So many days before its last day a batch is told of. */
  expiringDays: 30,
  /** How far ahead planned doses are counted. */
  lookAheadDays: 120,
} as const;
