/** A factor level in IU/dL; `below` where the laboratory only says "less than" (usually "<1"). */
export interface FactorLevel {
  readonly value: number;
  readonly below: boolean;
}

export const SEVERITY_BANDS = ['severe', 'moderate', 'mild'] as const;
export type SeverityBand = (typeof SEVERITY_BANDS)[number];

/** Reads a level as people type it: `<1`, `0.5`, `4,2`, `12 IU/dL`. `undefined` when it is none, or over 400. */
export function parseFactorLevel(text: string): FactorLevel | undefined {
  const parts = /^(<)?\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:IU\/dL|%)?$/i.exec(text.trim());
  if (parts?.[2] === undefined) return undefined;
  const value = Number(parts[2].replace(',', '.'));
  const below = parts[1] !== undefined;
  return value > 400 || (below && value === 0) ? undefined : { value, below };
}

/**
 * The band of a level: severe under 1, moderate 1 to 5, mild over 5 and under 40 IU/dL. `undefined` from 40 up, and
 * for a "less than" that could fall into more than one band.
 */
export function severityBand({ value, below }: FactorLevel): SeverityBand | undefined {
  if (below) return value <= 1 ? 'severe' : undefined;
  if (value < 1) return 'severe';
  if (value <= 5) return 'moderate';
  return value < 40 ? 'mild' : undefined;
}
