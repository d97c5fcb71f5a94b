/**
 * A batch as it is compared, never as it is shown or stored as typed: upper case, without spaces and hyphens, and
 * with the letters people read for digits folded into them (O to 0, I and L to 1).
 */
export function normaliseBatch(batch: string): string {
  return batch
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}
