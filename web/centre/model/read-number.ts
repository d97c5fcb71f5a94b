/**
 * A number as people write it on paper forms: `2000`, `2,000`, `1.5`, `1,5`. A lone point or comma followed by
 * exactly three digits is taken as a thousands mark only for a comma; `2.000` could mean two, so it is refused.
 */
export function readNumber(text: string): number | undefined {
  const bare = text.trim().replaceAll(/\s/g, '');
  if (/^\d+$/.test(bare)) return Number(bare);
  if (/^\d{1,3}(?:,\d{3})+$/.test(bare)) return Number(bare.replaceAll(',', ''));
  if (/^\d+[.,]\d{3}$/.test(bare)) return undefined;
  if (/^\d+[.,]\d+$/.test(bare)) return Number(bare.replace(',', '.'));
  return undefined;
}
