/** What can be told of the stock at home besides treatments. `lent`: used by a treatment in another diary. */
export const MOVEMENT_KINDS = ['delivered', 'counted', 'wasted', 'warmed', 'taken-back', 'lent'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

export const WASTE_REASONS = ['expired', 'broken', 'too-warm', 'recalled', 'returned', 'other'] as const;
export type WasteReason = (typeof WASTE_REASONS)[number];
