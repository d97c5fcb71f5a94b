/** The browser this machine already has: CHROME_PATH, else one on the PATH, else in its usual place. */
export function findBrowser(): string | undefined;
