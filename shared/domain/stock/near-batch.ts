import { normaliseBatch } from '../batch.ts';

/** Whether two batches differ by one character more, less or other: probably one of them was typed wrongly. */
export function isNearBatch(one: string, other: string): boolean {
  const [a, b] = [normaliseBatch(one), normaliseBatch(other)];
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (a.length === b.length) return restA.slice(1) === restB.slice(1);
  return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1);
}
