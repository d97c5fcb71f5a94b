/**
 * A batch as it is compared, never as it is shown or stored as typed: upper case, letters and digits only (people type
 * spaces, hyphens and `#` that are not on the box), and with the letters people read for digits folded into them
 * (O to 0, I and L to 1).
 */
export function normaliseBatch(batch: string): string {
  return batch
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}
