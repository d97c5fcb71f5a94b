/** The repository's folder. No slash at the end. */
export const root: string;
