/** Why somebody may hold or have used a recalled batch though no record says so. */
export const BLIND_SPOTS = ['near-match', 'batch-not-known', 'not-recorded-since', 'paper-pending'] as const;
export type BlindSpot = (typeof BLIND_SPOTS)[number];

/** How far somebody has been told of a recall; `acknowledged` and `not-affected` end it for them. */
export const RECALL_CONTACTS = ['no-answer', 'phoned', 'acknowledged', 'not-affected'] as const;
