/** A new id for an entry or an act, made by the device so that a repeated save is the same write. */
export const newId = (): string => crypto.randomUUID();
