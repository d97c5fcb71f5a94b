const place = 'haemdiary-keep';
let isLeaving = false;

/** Whether the person lets this device keep copies of what they read, and what they type for longer than the page is open. */
export const mayKeep = (): boolean => localStorage.getItem(place) !== 'no';

/** Whether a copy may be written now: what is still being read while somebody signs out must not be kept after that. */
export const mayCopy = (): boolean => !isLeaving && mayKeep();

/** From here on this page keeps no more copies: it is about to go. */
export function stopCopying(): void {
  isLeaving = true;
}

/** Notes whether the person lets this device keep anything. */
export function noteMayKeep(may: boolean): void {
  if (may) localStorage.removeItem(place);
  else localStorage.setItem(place, 'no');
}
