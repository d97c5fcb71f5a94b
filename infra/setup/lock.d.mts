/** Runs `act` while no other process of this checkout is inside `withLock`; waits for it otherwise, and says so. */
export function withLock<T>(act: () => T | Promise<T>): Promise<T>;
